import { expect, test } from 'vitest'
import { verbForms } from '../../../src/core/english/verbs.ts'

test.each([
  ['attack', 'attacked', 'attacking'],
  ['strike', 'struck', 'striking'],
  ['assassination', 'assassinated', 'assassinating'],
  ['withdrawal', 'withdrew', 'withdrawn'],
  ['bombing', 'bombed', 'bombs'],
  ['explosion', 'exploded', 'explodes'],
  ['statement', 'stated', 'stating'],
  ['agreement', 'agreed', 'agreeing'],
  ['destruction', 'destroyed', 'destroying'],
  ['ban', 'banned', 'banning'],
  ['reduction', 'reduced', 'reducing'],
  ['mobilization', 'mobilized', 'mobilizing'],
  ['threat', 'threatened', 'threatening'],
  ['death', 'died', 'dying'],
  ['occupation', 'occupied', 'occupies'],
  ['detention', 'detained', 'detains'],
  ['kidnapping', 'kidnap', 'kidnapped'],
  ['payment', 'paid', 'paying'],
])('%s may be said as %s and %s', (noun, one, other) => {
  expect([...verbForms(noun)]).toEqual(expect.arrayContaining([one, other]))
})

test.each(['base', 'state', 'force', 'army', 'government', 'parliament', 'station', 'movement', 'building'])('%s is a thing', (noun) => {
  expect([...verbForms(noun)]).toEqual([])
})

test.each([
  ['statement', 'state'],
  ['training', 'train'],
  ['shipment', 'ship'],
])('%s is no %s', (noun, other) => {
  expect([...verbForms(noun)]).not.toContain(other)
})
