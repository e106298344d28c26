/** A stretch of text in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** A proposed change of a text: replace the span with the text (an empty span inserts). */
export interface Mend extends Span {
  text: string
}
