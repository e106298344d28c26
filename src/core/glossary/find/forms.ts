import { articleOf, type Form, type FormName, formsOf } from '../../arabic/inflection.ts'
import { words } from '../../arabic/words.ts'
import { longestWording, mostWordings } from '../entry.ts'
import type { Term } from '../term.ts'
import { possibleFrom } from './match.ts'
import { ownPlurals, rolesIn, struckForms } from './trunks.ts'
import { formInArabic } from './why.ts'

/** A form in which an entry's head word is looked for. */
export interface EntryForm {
  /** The spelling of the entry it belongs to. */
  spelling: string
  /** The head word in this form; the other words of a phrase follow it and agree. */
  word: string
  /** The same with the numbers, Latin words and other signs of the spelling, where it is its only Arabic word: المادة 140. */
  shown: string
  form: FormName
  /** The form's short Arabic name; empty where the word is as the entry has it. */
  why: string
  /** How far a word of a text written so is the entry, 0 to 1, other things equal. */
  confidence: number
  /** The word with proclitics, as a text may have it; empty for an entry that is found exactly only. */
  example: string
  /** True where the entry says that this form is never to be found. */
  struck: boolean
}

/**
 * Every form in which an entry is looked for, of each spelling the likeliest first, those struck out among them: for the page where it is
 * decided. What spellings have in common (تبني هجوم, تبني الهجوم) is one form. There an entry may have more than can be stored, of which no more is read than that.
 */
export function formsOfEntry(term: Term): EntryForm[] {
  const { spellings, plurals, struck } = term
  const entry = { ...term, spellings: storable(spellings), plurals: storable(plurals), struck: storable(struck) }
  return likeliest([...new Set(entry.spellings)].flatMap((spelling) => formsOfSpelling(entry, spelling)))
}

/** Of forms that are written alike the likeliest, where the first of them stood. */
function likeliest(forms: readonly EntryForm[]): EntryForm[] {
  const each = new Map<string, EntryForm>()
  for (const form of forms) if (form.confidence > (each.get(form.shown)?.confidence ?? 0)) each.set(form.shown, form)
  return [...each.values()]
}

function storable(wordings: readonly string[]): string[] {
  return wordings.slice(0, mostWordings).filter(({ length }) => length <= longestWording)
}

function formsOfSpelling(term: Term, spelling: string): EntryForm[] {
  const found = words(spelling)
  const [head] = found
  if (!head) return []
  const [before, after] = found.length === 1 ? [spelling.slice(0, head.start), spelling.slice(head.end)] : ['', '']
  const struck = struckForms(term)
  const role =
    rolesIn(
      term,
      found.map(({ plain }) => articleOf(plain) !== ''),
    )[0] ?? 'fixed'
  return formsOf(head.plain, role, ownPlurals(term))
    .filter((form) => (term.exactOnly ? form.form === 'as-listed' : form.confidence >= possibleFrom))
    .map((form) => ({
      spelling,
      word: form.plain,
      shown: before + form.plain + after,
      form: form.form,
      why: formInArabic(form.form),
      confidence: Math.round(form.confidence * 1000) / 1000,
      example: term.exactOnly || before !== '' ? '' : dressed(form) + after,
      struck: struck.has(form.plain),
    }))
}

/** و and a preposition before the word: ل takes the alif of the article. */
function dressed({ plain }: Form): string {
  const article = articleOf(plain)
  if (!article) return `وب${plain}`
  return plain.startsWith('الل') ? `ول${plain.slice(1)}` : `ولل${plain.slice(2)}`
}
