import { z } from 'zod'
import { type Status, statuses } from '../core/segment.ts'
import { formOf, line, text, whole } from './forms.ts'
import type { Visit } from './visit.ts'

/** What stands in a row that was sent, and what is to be done with it. */
export interface RowForm {
  /** The version the text was typed on. */
  version: number
  /** The version of somebody else's text that this one is to be saved over, where the person says so. */
  overwrite: number | undefined
  target: string
  /** The English that was typed over; empty where that is not known. */
  former: string
  /** Why the status is set. */
  reason: string
  /** Why findings are kept, by their names. */
  reasons: ReadonlyMap<string, string>
  pressed: Pressed
}

/** What the pressed button means; a finding is meant by its name. */
export type Pressed =
  | { verb: 'save' | 'confirm' | 'set-aside' }
  | { verb: 'status'; status: Status | undefined }
  | { verb: 'mend'; finding: string }
  | { verb: 'waive'; reasons: ReadonlyMap<string, string> }
  | { verb: 'take-back'; waiverId: number }
  | { verb: 'merge'; version: number }

/** The row that was sent. */
export function rowFormOf(visit: Visit): RowForm {
  const { do: button, overwrite, ...form } = formOf(visit, rowForm)
  const reasons = typedReasons(visit)
  return { ...form, overwrite, reasons, pressed: pressedBy(button, form.reason, reasons) }
}

/** Forms end lines with CR LF; compared and marked is what would be stored. */
const english = text.transform((typed) => typed.replace(/\r\n?/g, '\n'))

const rowForm = z.object({
  version: z.coerce.number().int().min(0),
  overwrite: z.coerce.number().int().min(0).optional(),
  target: english,
  former: english,
  do: line,
  reason: line,
})
const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** The reasons typed beside the buttons of findings. A term that is broken twice in a row has two fields of one name, of which one is filled. */
function typedReasons(visit: Visit): Map<string, string> {
  const reasons = Object.entries(formOf(visit, fields)).flatMap(([name, typed]): [string, string][] => {
    const reason = name.startsWith('reason ') ? [typed].flat().find((one) => one.trim() !== '') : undefined
    return reason === undefined ? [] : [[name.slice('reason '.length), reason]]
  })
  return new Map(reasons)
}

/** A button says its verb and, after a space, what it is about. */
function pressedBy(button: string, reason: string, reasons: ReadonlyMap<string, string>): Pressed {
  const [, verb, object = ''] = /^(\S*) ?(.*)$/su.exec(button) ?? []
  switch (verb) {
    case 'confirm':
    case 'set-aside':
      return { verb }
    case 'status':
      return { verb, status: statuses.find((status) => status === object) }
    case 'mend':
      return { verb, finding: object }
    case 'waive':
      // The finding whose button was pressed, and every other one beside which a reason was typed.
      return { verb, reasons: new Map([[object, ''], ...reasons]) }
    case 'take-back':
      return { verb, waiverId: whole.catch(0).parse(object) }
    case 'merge':
      return { verb, version: whole.catch(0).parse(object) }
    case 'enter':
      return entered(reason, reasons)
    default:
      return { verb: 'save' }
  }
}

/** Enter in a field for a reason presses the first button, which nobody sees: then the reason says what was meant. */
function entered(reason: string, reasons: ReadonlyMap<string, string>): Pressed {
  if (reasons.size > 0) return { verb: 'waive', reasons }
  return reason.trim() === '' ? { verb: 'save' } : { verb: 'status', status: 'needs-changes' }
}
