import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Problem } from './core/problem.ts'

/** Where the desk is kept. `databaseUrl` is a postgres address or the path of an SQLite file. */
export interface Config {
  databaseUrl: string
  dataFolder: string
}

/** Where the server listens, besides; a port of 0 takes any free one. */
export interface ServerConfig extends Config {
  host: string
  port: number
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings that every command needs (DATABASE_URL, DATA_FOLDER) from the environment, which nothing but this file reads. An empty
 * one counts as not set. Throws a Problem for a value that cannot be used.
 */
export function config(env: Environment = process.env): Config {
  const dataFolder = path.resolve(env.DATA_FOLDER || path.join(root, 'data'))
  return { databaseUrl: checked('DATABASE_URL', databaseUrl, env.DATABASE_URL || path.join(dataFolder, 'tarjuman.sqlite')), dataFolder }
}

/** The settings of the server: those of every command, and PORT. HOST is only looked at to refuse what is not this machine. */
export function serverConfig(env: Environment = process.env): ServerConfig {
  return { host: checked('HOST', host, env.HOST), port: checked('PORT', port, env.PORT), ...config(env) }
}

/** The folder of package.json, views and glossary: one above src and dist alike. */
export const root = fileURLToPath(new URL('..', import.meta.url))

// Listening elsewhere comes with people and their roles: until then whoever reaches the port may do everything.
const thisMachine = '127.0.0.1'
const host = z.literal(['', thisMachine, 'localhost']).transform(() => thisMachine)
const port = z
  .string()
  .regex(/^\d*$/u)
  .transform((text) => Number(text || 4711))
  .pipe(z.number().max(65535))
// Anything with a scheme of its own but postgres (mysql://…) would silently become a file of that name.
const databaseUrl = z.string().refine((text) => /^postgres(ql)?:\/\//u.test(text) || !/^[a-z][\w+.-]+:\/\//iu.test(text))

const wrong = { HOST: 'setting.host', PORT: 'setting.port', DATABASE_URL: 'setting.database' } as const

function checked<T>(name: keyof typeof wrong, schema: z.ZodType<T>, text = ''): T {
  const result = schema.safeParse(text.trim())
  // An address may hold a password: only its beginning is said.
  if (!result.success) throw new Problem(wrong[name], { value: text.replace(/(:\/\/).*/su, '$1…') })
  return result.data
}
