import { beforeEach, describe, expect, test } from 'vitest'
import { addTerm } from '../../src/actions/add-term.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { glossaryOf } from '../../src/actions/glossary.ts'
import { findTerms } from '../../src/core/glossary/find/find.ts'
import { entry, salma } from '../support/cast.ts'
import { type AtDesk, atDesk, open, send } from './desk.ts'

// Invented, so that no list will ever know its plural.
const noun = 'قزباف'
let the: AtDesk
let id: number
beforeEach(async () => {
  the = await atDesk()
  const draft = entry(noun, 'airship', { kind: 'noun', strength: 'advice' })
  id = (await addTerm(the.store, the.desk.id, draft, salma())).id
})

const posted = { version: '1', spellings: noun, rendering: 'airship', standing: 'preferred', kind: 'noun', strength: 'advice' }
const found = async (text: string) => {
  const desk = (await the.store.desks.get(the.desk.id))!
  return findTerms(await glossaryOf(the.store, desk), text).some((match) => match.termId === id)
}

describe('the page of an entry', () => {
  test.each(['en', 'ar'])('shows every form it is found in, each with its reason (%s)', async (language) => {
    const { text } = await open(the, `/terms/${id}`, language)
    expect(text).toContain('value="القزباف"')
    expect(text).toContain(language === 'en' ? 'with the article' : 'معرّف بأل')
    expect(text).toContain('value="قزابيف"')
  })

  test('takes a plural that its shape makes likely, and finds it', async () => {
    expect(await found('حلقت القزابيف فوق المدينة')).toBe(false)
    expect((await send(the, `/terms/${id}`, { ...posted, plural: 'قزابيف' })).status).toBe(303)
    expect(await found('حلقت القزابيف فوق المدينة')).toBe(true)
    expect((await the.store.terms.get(id))?.plurals).toEqual(['قزابيف'])
  })

  test('no longer finds a form that is struck, and still finds the others', async () => {
    expect(await found('رأى قزبافين')).toBe(true)
    await send(the, `/terms/${id}`, { ...posted, struck: 'قزبافين' })
    expect(await found('رأى قزبافين')).toBe(false)
    expect(await found('رأى القزباف')).toBe(true)
  })

  test('shows what was struck besides the forms it knows, as a list may bring it in, so that it is not lost when it is saved', async () => {
    const { version, ...entry } = (await the.store.terms.get(id))!
    const struck = ['قزبافين', 'وبالقزباف', 'قَزبافٌ']
    await changeTerm(the.store, { termId: id, version, draft: { ...entry, struck } }, salma())
    const { text } = await open(the, `/terms/${id}`)
    const checked = [...text.matchAll(/name="struck" value="([^"]*)" checked/g)].map(([, form]) => form)
    expect(checked.toSorted()).toEqual(['قزباف', 'قزبافين', 'وبالقزباف'].toSorted())
  })
})
