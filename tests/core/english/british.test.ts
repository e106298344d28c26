import { expect, test } from 'vitest'
import { american } from '../../../src/core/english/british.ts'

test.each([
  ['mobilisation', 'mobilization'],
  ['organised', 'organized'],
  ['centres', 'centers'],
  ['defence', 'defense'],
  ['labour', 'labor'],
  ['neighbouring', 'neighboring'],
  ['programme', 'program'],
  ['fulfil', 'fulfill'],
  ['travelling', 'traveling'],
  ['manoeuvres', 'maneuvers'],
  ['judgement', 'judgment'],
  ['sceptical', 'skeptical'],
  ['dialogue', 'dialog'],
  ['paediatric', 'pediatric'],
  ['practised', 'practiced'],
  ['enquiries', 'inquiries'],
  ['ageing', 'aging'],
])('%s and %s are one word', (british, written) => {
  expect(american(british)).toBe(american(written))
})

test.each([
  ['four', 'for'],
  ['tour', 'tor'],
  ['president', 'precedent'],
  ['base', 'bus'],
  ['journal', 'jornal'],
])('%s and %s are two', (one, other) => {
  expect(american(one)).not.toBe(american(other))
})
