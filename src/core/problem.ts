/** What the person can mend, by kind; the edge turns the kind into an HTTP status or an exit code. */
export type ProblemKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'unsupported'

/**
 * Every problem the program can name, with its kind. The words stand in `i18n` under `problems.<code>`,
 * and a test holds that each code has them in every language.
 */
export const problems = {
  'paste.empty': 'invalid',
  'text.too-long': 'invalid',
  'paragraph.too-long': 'invalid',
  'file.and-text': 'invalid',
  'file.empty': 'invalid',
  'file.too-large': 'invalid',
  'file.binary': 'invalid',
  'file.not-text': 'invalid',
  'file.encoding': 'invalid',
  'form.too-large': 'invalid',
  'form.malformed': 'invalid',
  'form.value': 'invalid',
  'form.too-long': 'invalid',
  'name.empty': 'invalid',
  'person.no-name': 'invalid',
  'date.unreadable': 'invalid',
  'address.unreadable': 'invalid',
  'csv.unreadable': 'invalid',
  'csv.column-missing': 'invalid',
  'csv.value': 'invalid',
  'csv.too-many-rows': 'invalid',
  'csv.repeated': 'invalid',
  'csv.differs': 'invalid',
  'glossary.kind': 'invalid',
  'glossary.empty': 'invalid',
  'glossary.columns': 'invalid',
  'glossary.column-twice': 'invalid',
  'glossary.changed': 'conflict',
  'xlsx.unreadable': 'invalid',
  'xml.unreadable': 'invalid',
  'xml.unsafe': 'invalid',
  'zip.unreadable': 'invalid',
  'zip.too-large': 'invalid',
  'term.no-spelling': 'invalid',
  'term.spelling-not-arabic': 'invalid',
  'term.no-rendering': 'invalid',
  'term.too-long': 'invalid',
  'term.too-many': 'invalid',
  'term.taken': 'conflict',
  'term.changed': 'conflict',
  'waiver.no-reason': 'invalid',
  'waiver.finding-gone': 'conflict',
  'segment.changed': 'conflict',
  'segment.final': 'conflict',
  'segment.too-long': 'invalid',
  'segment.no-reason': 'invalid',
  'segment.nothing-to-confirm': 'invalid',
  'page.missing': 'missing',
  'method.unknown': 'unsupported',
  'document.missing': 'missing',
  'segment.missing': 'missing',
  'revision.missing': 'missing',
  'term.missing': 'missing',
  'batch.missing': 'missing',
  'batch.undone': 'conflict',
  'origin.foreign': 'forbidden',
  'host.foreign': 'forbidden',
  'setting.host': 'forbidden',
  'setting.port': 'invalid',
  'setting.port-taken': 'conflict',
  'setting.port-forbidden': 'forbidden',
  'setting.database': 'invalid',
  'database.missing': 'missing',
  'database.newer': 'invalid',
  'database.unreadable': 'invalid',
  'database.damaged': 'invalid',
  'database.unwritable': 'invalid',
  'database.unreachable': 'invalid',
  'backup.exists': 'conflict',
  'backup.unwritable': 'invalid',
  'backup.postgres': 'invalid',
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problems

/** Something the person can mend: a code and the values its sentence needs, never the sentence itself. Anything else thrown is our fault. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly code: ProblemCode
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: ProblemCode, values: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(values)}`)
    this.name = 'Problem'
    this.kind = problems[code]
    this.code = code
    this.values = values
  }
}
