import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { listening, portProblem } from '../src/listening.ts'
import { root } from './support/project.ts'

test('a port that somebody else has is named', async () => {
  const first = createServer()
  await listening(first, '127.0.0.1', 0)
  const { port, address } = first.address() as AddressInfo
  expect(address).toBe('127.0.0.1')
  await expect(listening(createServer(), '127.0.0.1', port)).rejects.toMatchObject({ code: 'setting.port-taken', values: { port } })
  first.close()
})

test('a program that cannot listen says why and ends', async () => {
  const first = createServer()
  await listening(first, '127.0.0.1', 0)
  const { port } = first.address() as AddressInfo
  const env = { ...process.env, PORT: String(port), DATABASE_URL: ':memory:' }
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const said = text(program.stderr)
  expect(await once(program, 'exit')).toEqual([2, null])
  expect(await said).toBe(
    `Port ${port} is taken, perhaps by Tarjuman itself, already started: open http://localhost:${port}, or set PORT to another number (0 takes any free one).\n`,
  )
  first.close()
})

test('a port that only an administrator may use is said to be that, and not to be taken', () => {
  const refused = Object.assign(new Error('listen EACCES: permission denied'), { code: 'EACCES' })
  expect(portProblem(refused, 80)).toMatchObject({ code: 'setting.port-forbidden', values: { port: 80 } })
})
