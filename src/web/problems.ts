import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { Problem, type ProblemKind } from '../core/problem.ts'
import { columnNames } from '../formats/terms-columns.ts'
import type { Translate } from '../i18n/index.ts'
import { problemSentence } from '../i18n/sentences.ts'
import { render } from './views.ts'
import { appearance, type Visit } from './visit.ts'

const httpStatus: Record<ProblemKind, number> = { invalid: 422, forbidden: 403, missing: 404, conflict: 409, unsupported: 405 }

/** The plain sentence of a problem for a page: a column of a glossary is called there what its reader calls it, and not as in the file. */
export function sentenceOf(t: Translate, { code, values }: Pick<Problem, 'code' | 'values'>): string {
  const column = columnNames.find((name) => name === values.column)
  return problemSentence(t, { code, values: column ? { ...values, column: t(`imports.column.${column}`) } : values })
}

/** Does the work; where a Problem stands in the way, answers with the page again (its sentence given) and everything that was typed. */
export async function orAgain(
  visit: Visit,
  work: () => Promise<void>,
  again: (sentence: string, problem: Problem) => void | Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    visit.res.status(httpStatus[problem.kind])
    await again(sentenceOf(visit.t, problem), problem)
  }
}

/** The sentence of the Problem that this work meets, or null. */
export function problemOf(visit: Visit, work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return sentenceOf(visit.t, problem)
  }
}

/** Answers an unknown address. */
export function noSuchPage(req: Request): never {
  throw new Problem('page.missing', { address: decodedAddress(req.originalUrl) })
}

/** Refuses every other way to ask for an address, and says which there are (RFC 9110, 15.5.6). */
export function onlyFor(methods: readonly ('get' | 'post')[]): RequestHandler {
  const allowed = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : ['POST'])).join(', ')
  return (req, res) => {
    res.set('Allow', allowed)
    if (req.method === 'OPTIONS') res.status(204).end()
    else throw new Problem('method.unknown', { method: req.method, address: decodedAddress(req.originalUrl) })
  }
}

/** The last stop for everything thrown: a Problem becomes its sentence, anything else is logged whole and shown without detail. */
export function answerProblem(thrown: unknown, req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) {
    next(thrown)
    return
  }
  const problem = asProblem(thrown, req)
  if (!problem) console.error(thrown)
  const look = appearance(req)
  const text = problem ? sentenceOf(look.t, problem) : look.t('problems.ours')
  res.status(problem ? httpStatus[problem.kind] : 500)
  if (req.accepts('html', 'json') === 'json')
    res.type('application/problem+json').send(JSON.stringify(asJson(problem, res.statusCode, text)))
  else if (req.get('x-part')) res.type('text/plain').send(text)
  else render({ ...look, res }, 'shared/problem', { sentence: text, title: look.t('problems.title') })
}

/** As RFC 9457 has it. */
function asJson(problem: Problem | undefined, status: number, detail: string): object {
  return { ...problem?.values, type: 'about:blank', status, title: problem?.code ?? 'internal', detail }
}

/** What body readers throw, told apart by their own codes; their limits are set in routes.ts. */
function asProblem(thrown: unknown, req: Request): Problem | undefined {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof URIError) return new Problem('page.missing', { address: req.originalUrl })
  const type = thrown instanceof Error && 'type' in thrown ? thrown.type : undefined
  if (type === 'entity.too.large') return new Problem('form.too-large', { limit: 2 })
  const status = thrown instanceof Error && 'status' in thrown ? Number(thrown.status) : 0
  return status >= 400 && status < 500 ? new Problem('form.malformed') : undefined
}

function decodedAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
