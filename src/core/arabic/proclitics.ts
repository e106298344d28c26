/** A way to write one or two particles in front of a word. */
interface ProcliticRow {
  written: string
  names: string[]
  /** The word that follows has the article, of which ل has taken the alif; or must have it whole. */
  article: 'absorbed' | 'as-written' | 'required'
  confidence: number
  example: string
}

const prepositions: ProcliticRow[] = [
  { written: '', names: [], article: 'as-written', confidence: 1, example: 'بغداد' },
  { written: 'ب', names: ['ب'], article: 'as-written', confidence: 0.97, example: 'ببغداد، بالحشد' },
  { written: 'ك', names: ['ك'], article: 'as-written', confidence: 0.93, example: 'كبغداد، كالحشد' },
  { written: 'ل', names: ['ل'], article: 'as-written', confidence: 0.97, example: 'لبغداد' },
  { written: 'لل', names: ['لل'], article: 'absorbed', confidence: 0.99, example: 'للحشد' },
  { written: 'ه', names: ['ه'], article: 'required', confidence: 0.9, example: 'هالبلد, this country, as the Levant and the Gulf say' },
  { written: 'به', names: ['ب', 'ه'], article: 'required', confidence: 0.9, example: 'بهالبلد' },
]

const conjunctions: [string, number][] = [
  ['', 1],
  ['و', 0.98],
  ['ف', 0.95],
]

const rows: ProcliticRow[] = conjunctions.flatMap(([conjunction, likely]) =>
  prepositions.map((row) => ({
    ...row,
    written: conjunction + row.written,
    names: conjunction ? [conjunction, ...row.names] : row.names,
    confidence: likely * row.confidence,
  })),
)

/** A word read as proclitics and a rest without article. `from` is where the rest begins in the word. */
export interface Split {
  proclitics: string[]
  /** The look-up key of the rest. */
  rest: string
  from: number
  article: boolean
  /** True where the ل of لل is also the first letter of the rest: للجنة is ل and اللجنة. */
  shared: boolean
  confidence: number
}

/** Every way to read a word, given by its `plain` spelling and its look-up key, as proclitics, article and rest. */
export function splitsOf(word: string, key: string): Split[] {
  const found: Split[] = []
  for (const row of rows) if (leavesAWord(row, key)) found.push(...readings(row, word, key))
  return found
}

/** A proclitic needs two letters after it to be one. */
function leavesAWord(row: ProcliticRow, key: string): boolean {
  return row.written === '' || (key.length > row.written.length + 1 && key.startsWith(row.written))
}

function readings(row: ProcliticRow, word: string, key: string): Split[] {
  const from = row.written.length
  const reading = (at: number, article: boolean, shared = false): Split => ({
    proclitics: row.names,
    rest: (shared ? 'ل' : '') + key.slice(at),
    from: shared ? at - 1 : at,
    article,
    shared,
    confidence: row.confidence,
  })
  if (row.article === 'absorbed') return [reading(from, true), reading(from, true, true)]
  // Only a bare alif is the article's: ألمانيا and إلغاء have none.
  const article = word.startsWith('ال', from) && key.length > from + 3
  if (row.article === 'required') return article ? [reading(from + 2, true)] : []
  return article ? [reading(from, false), reading(from + 2, true)] : [reading(from, false)]
}
