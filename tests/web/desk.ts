import type { Express } from 'express'
import request, { type Test } from 'supertest'
import { afterEach } from 'vitest'
import { nameYourself } from '../../src/actions/name-yourself.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import type { Status } from '../../src/core/segment.ts'
import type { Store } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'
import { type Cast, cast, salma, segmentAt } from '../support/cast.ts'

/** The cast with the web application over their store, Salma welcomed already. */
export interface AtDesk extends Cast {
  app: Express
}

/** The fields of a form; a name with several values is sent several times. */
export type Form = Record<string, string | number | string[]>

export async function atDesk(given?: Store): Promise<AtDesk> {
  const the = await cast(given)
  await nameYourself(the.store, 'سلمى')
  opened.push(the.store)
  return { ...the, app: createApp(the.store, the.desk) }
}

const opened: Store[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})

/** Opens an address as a browser would. */
export function open(the: Pick<AtDesk, 'app'>, address: string, language = 'en'): Test {
  return request(the.app).get(address).set('Accept', 'text/html').set('Cookie', `language=${language}`)
}

/** Sends a form of a few fields. */
export function send(the: Pick<AtDesk, 'app'>, address: string, form: Form): Test {
  return request(the.app).post(address).set('Accept', 'text/html').type('form').send(form)
}

/** Sends a form that may hold a file. */
export function upload(the: Pick<AtDesk, 'app'>, address: string, form: Record<string, string>, file?: [Buffer, string]): Test {
  const sent = request(the.app).post(address).set('Accept', 'text/html')
  for (const [name, value] of Object.entries(form)) sent.field(name, value)
  return file ? sent.attach('file', file[0], file[1]) : sent
}

/** Saves a segment as somebody else would, beside the web application. */
export async function saved(the: Cast, position: number, target: string, status?: Status, by = salma()) {
  const { id, version } = await segmentAt(the, position)
  return saveSegment(the.store, { segmentId: id, version, target, ...(status ? { status } : {}) }, by)
}

/** The text of a page as it is read: without tags and isolates, character references resolved, white space as one space. */
export function read(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
}

/** What a field of the page would send back. */
export function fieldOf(html: string, name: string): string | undefined {
  const area = new RegExp(`<textarea[^>]*\\bname="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(html)
  const input = new RegExp(`<input[^>]*\\bname="${name}"[^>]*>`).exec(html)
  const value = area?.[1] ?? (input && (/\bvalue="([^"]*)"/.exec(input[0])?.[1] ?? ''))
  return value == null ? undefined : unescaped(value)
}

/** Every field of the form of an entry as a browser would send it. */
export function entryFields(html: string): Form {
  const form = /<form[^>]*\bid="entry"[\s\S]*?<\/form>/.exec(html)![0]
  const sent: Record<string, string[]> = {}
  const put = (name: string, value: string) => {
    sent[name] = [...(sent[name] ?? []), unescaped(value)]
  }
  const fields = /<input([^>]*)>|<textarea([^>]*)>\n?([^<]*)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, input, area, text = '', select, options = ''] of form.matchAll(fields)) {
    const name = /\bname="([^"]*)"/.exec(input ?? area ?? select ?? '')![1]!
    if (area !== undefined) put(name, text)
    else if (select !== undefined) put(name, /value="([^"]*)" selected/.exec(options)![1]!)
    else if (!/type="checkbox"/.test(input!) || / checked/.test(input!)) put(name, /\bvalue="([^"]*)"/.exec(input!)?.[1] ?? '')
  }
  return sent
}

/** The values of all buttons of a name. */
export function buttons(html: string, name = 'do'): string[] {
  return [...html.matchAll(new RegExp(`<button[^>]*\\bname="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => unescaped(value!))
}

function unescaped(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, number?: string, name?: string) =>
    number ? String.fromCodePoint(Number(number)) : (named[name!] ?? whole),
  )
}
