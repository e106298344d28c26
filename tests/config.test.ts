import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { config, serverConfig } from '../src/config.ts'
import { Problem } from '../src/core/problem.ts'
import { root } from './support/project.ts'

function problemOf(env: Record<string, string>): Problem | undefined {
  try {
    serverConfig(env)
    return undefined
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
}

describe('the settings', () => {
  test('need not be made: all have a value', () => {
    const data = path.join(root, 'data')
    expect(serverConfig({})).toEqual({ host: '127.0.0.1', port: 4711, databaseUrl: path.join(data, 'tarjuman.sqlite'), dataFolder: data })
    expect(serverConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', DATA_FOLDER: '' })).toEqual(serverConfig({}))
  })

  test.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '8080 ' }, { port: 8080 }],
    [{ HOST: 'localhost' }, { host: '127.0.0.1' }],
    [{ DATABASE_URL: 'postgres://desk@db/tarjuman' }, { databaseUrl: 'postgres://desk@db/tarjuman' }],
    [{ DATABASE_URL: ':memory:' }, { databaseUrl: ':memory:' }],
    [{ DATABASE_URL: '/srv/desk.sqlite' }, { databaseUrl: '/srv/desk.sqlite' }],
    [{ DATA_FOLDER: '/srv/desk' }, { dataFolder: path.resolve('/srv/desk'), databaseUrl: path.resolve('/srv/desk/tarjuman.sqlite') }],
  ])('are taken from %j', (env, expected) => {
    expect(serverConfig(env)).toMatchObject(expected)
  })

  test('of a command that does not listen know neither port nor host', () => {
    expect(config({ PORT: 'http', HOST: 'desk.example.org', DATABASE_URL: ':memory:' })).toMatchObject({ databaseUrl: ':memory:' })
  })

  test.each([
    [{ HOST: '0.0.0.0' }, 'setting.host', '0.0.0.0'],
    [{ HOST: 'desk.example.org' }, 'setting.host', 'desk.example.org'],
    [{ PORT: '65536' }, 'setting.port', '65536'],
    [{ PORT: '-1' }, 'setting.port', '-1'],
    [{ PORT: '٨٠' }, 'setting.port', '٨٠'],
    [{ PORT: 'http' }, 'setting.port', 'http'],
    [{ DATABASE_URL: 'mysql://desk:secret@db/tarjuman' }, 'setting.database', 'mysql://…'],
  ])('that cannot be used are named: %j', (env, code, value) => {
    expect(problemOf(env as Record<string, string>)).toMatchObject({ code, values: { value } })
  })
})
