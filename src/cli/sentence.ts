import { Problem } from '../core/problem.ts'
import { Refusal } from './command.ts'

/** Says in one plain sentence why a command could not be done; what is our own fault is said to be so, with where it happened. */
export async function sentence(reason: unknown): Promise<string> {
  if (reason instanceof Refusal) return reason.message
  if (reason instanceof Problem) return problemSentence(reason)
  return `This is a mistake in Tarjuman, not yours: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`
}

/** The English sentence for a problem. The words are loaded when they are needed: most commands end without one. */
export async function problemSentence(problem: Pick<Problem, 'code' | 'values'>): Promise<string> {
  const [{ translator }, sentences] = await Promise.all([import('../i18n/index.ts'), import('../i18n/sentences.ts')])
  return sentences.problemSentence(translator('en'), problem)
}
