import type { Finding } from '../core/checks/finding.ts'
import { check } from '../core/checks/index.ts'
import { surroundingsIn } from '../core/glossary/enforce/whole-text.ts'
import { habitsOf } from '../core/glossary/find/find.ts'
import type { Term } from '../core/glossary/term.ts'
import { translator } from '../i18n/index.ts'
import { findingSentence } from '../i18n/sentences.ts'
import type { Output, Typed } from './command.ts'
import { glossaryOf } from './glossary-file.ts'
import { linesOf, nameOf } from './reading.ts'
import { jsonRows } from './rows.ts'

/**
 * Prints what the checks have to say about a translation whose line n belongs to line n of its source, counted from 0 and empty lines
 * too: `{ paragraph, check, severity, verdict, term, sourceStart, sourceEnd, targetStart, targetEnd, message }`. What is right is left
 * out unless `--all` is given; what stands nowhere has null for its place.
 */
export async function run({ operands, flags, switches }: Typed, warnings: Output): Promise<string> {
  const glossary = await glossaryOf(flags.glossary!, warnings)
  const [sources, targets] = await linesOfBoth(operands[0]!, operands[1]!, warnings)
  const habits = habitsOf(sources)
  const segments = longer(sources, targets).map((_, index) => ({ source: sources[index] ?? '', target: targets[index] ?? '' }))
  const around = surroundingsIn(glossary, segments, habits)
  const rows = segments.flatMap((segment, paragraph) =>
    check(segment, glossary, habits, around[paragraph])
      .filter(({ verdict }) => verdict !== 'ok' || switches.has('all'))
      .map((finding) => row(paragraph, finding, glossary.terms)),
  )
  return jsonRows(rows)
}

const longer = (one: string[], other: string[]) => (one.length > other.length ? one : other)

async function linesOfBoth(source: string, target: string, warnings: Output): Promise<[string[], string[]]> {
  const [sources, targets] = [await linesOf(source), await linesOf(target)]
  if (sources.length !== targets.length) {
    warnings.write(
      `${nameOf(source)} and ${nameOf(target)} are not of one length (lines: ${sources.length} and ${targets.length}): line n is held against line n all the same.\n`,
    )
  }
  return [sources, targets]
}

function row(paragraph: number, finding: Finding, terms: ReadonlyMap<number, Term>): object {
  const { check, severity, verdict, termId, source, target } = finding
  return {
    paragraph,
    check,
    severity,
    verdict,
    term: termId === null ? null : (terms.get(termId)?.spellings[0] ?? null),
    sourceStart: source?.start ?? null,
    sourceEnd: source?.end ?? null,
    targetStart: target?.start ?? null,
    targetEnd: target?.end ?? null,
    message: message(finding),
  }
}

// The workbench offers the mend beside the sentence; here it follows it.
function message(finding: Finding): string {
  const sentence = findingSentence(say, finding)
  const text = finding.mend?.text ?? ''
  return sentence.includes(text) ? sentence : `${sentence} ${say('findings.mend', { text })}.`
}

const say = translator('en')
