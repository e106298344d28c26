/** What a document is cut into: one segment a paragraph, or one a sentence. */
export type Unit = 'paragraph' | 'sentence'

/** What stands above a bilingual document. Everything but the title may be empty; `date` is YYYY-MM-DD or empty. */
export interface Heading {
  title: string
  outlet: string
  author: string
  date: string
  address: string
}

/** An article in translation. `raw` is the text exactly as it was pasted or uploaded. */
export interface Document extends Heading {
  id: number
  deskId: number
  unit: Unit
  raw: string
  addedBy: string
  addedAt: string
}

/** How far a document is. `words` are Arabic words; `done` counts segments Translated, Reviewed or Final; `open` counts findings neither mended nor waived. */
export interface Progress {
  segments: number
  done: number
  words: number
  wordsDone: number
  open: number
  waived: number
}
