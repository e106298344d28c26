import { once } from 'node:events'
import type { Server } from 'node:http'
import { Problem } from './core/problem.ts'

/** Listens where the settings say. Problems: *setting.port-taken*, *setting.port-forbidden* (port). */
export async function listening(server: Server, host: string, port: number): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening')
  } catch (refused) {
    throw portProblem(refused, port)
  }
}

/** What the system says of a port that cannot be had, as a problem the person can mend; anything else as it is. */
export function portProblem(refused: unknown, port: number): unknown {
  const code = refused instanceof Error && 'code' in refused ? refused.code : ''
  if (code === 'EADDRINUSE') return new Problem('setting.port-taken', { port })
  return code === 'EACCES' ? new Problem('setting.port-forbidden', { port }) : refused
}
