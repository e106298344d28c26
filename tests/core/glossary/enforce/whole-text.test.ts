import { expect, test } from 'vitest'
import { check } from '../../../../src/core/checks/index.ts'
import { surroundingsIn } from '../../../../src/core/glossary/enforce/whole-text.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import { entry } from '../../../support/cast.ts'

const introduced = { firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }
const draft = entry('الحشد الشعبي', 'Popular Mobilization Forces', introduced)
const glossary = compile([{ ...draft, id: 1, deskId: 1, version: 1, changedBy: 'Huda', changedAt: '2026-01-05T09:00:00.000Z' }])
const sources = ['عاد الهدوء.', 'نفى الحشد الشعبي ذلك.', 'وغادر الحشد الشعبي المدينة.']

test.each<[targets: string[], verdicts: string[], reason: string]>([
  [['Calm.', 'The Popular Mobilization Forces (PMF) denied it.', 'The PMF left.'], ['ok', 'ok'], 'the long form, then the short one'],
  [['Calm.', 'The PMF denied it.', 'The PMF left.'], ['short', 'ok'], 'the short form before the long one'],
  [['Calm.', 'The Popular Mobilization Forces denied it.', 'The PMF left.'], ['unintroduced', 'ok'], 'nobody has said what PMF is'],
  [['Calm.', 'The Popular Mobilization Forces (PMF) denied it.', ' '], ['ok', 'empty'], 'it may still be used'],
  [['Calm.', 'The Popular Mobilization Forces (PMF) denied it.', 'They left.'], ['unused', 'missing'], 'brought in for nothing'],
])('a whole text is held to first and later mention: %j', (targets, verdicts) => {
  const segments = sources.map((source, index) => ({ source, target: targets[index]! }))
  const around = surroundingsIn(glossary, segments)
  expect(segments.flatMap((segment, index) => check(segment, glossary, undefined, around[index]).map(({ verdict }) => verdict))).toEqual(
    verdicts,
  )
})

test.each<[headline: string, body: string, verdicts: string[]]>([
  ['PMF denies it', 'The Popular Mobilization Forces (PMF) denied it.', ['ok', 'ok']],
  ['PMF denies it', 'The Popular Mobilization Forces denied it.', ['ok', 'unintroduced']],
  ['Popular Mobilization Forces deny it', 'The PMF denied it.', ['ok', 'short']],
  ['Popular Mobilization Forces (PMF) deny it', 'The Popular Mobilization Forces (PMF) denied it.', ['ok', 'unused']],
])('a headline neither brings an acronym in nor has to: %s / %s', (headline, body, verdicts) => {
  const segments = [
    { source: 'الحشد الشعبي ينفي', target: headline },
    { source: sources[1]!, target: body },
  ]
  const around = surroundingsIn(glossary, segments)
  const found = segments.flatMap((segment, index) => check(segment, glossary, undefined, around[index]))
  expect(found.map(({ verdict }) => verdict)).toEqual(verdicts)
})

test('a text without such entries has nothing around its segments', () => {
  const [around] = surroundingsIn(compile([]), [{ source: sources[1]!, target: '' }])
  expect(around).toEqual({ isHeadline: false, before: new Set(), awaited: new Set(), shortElsewhere: new Set(), never: new Set() })
})
