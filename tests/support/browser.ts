import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, rename, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type RunningApp, startApp } from './app.ts'
import { root } from './project.ts'

/** What the tests of a file share: one program and one Chromium. */
export interface Stage {
  app: RunningApp
  browser: Browser
  /** Opens a window, closed after the test. */
  visit(visiting?: Visiting): Promise<Visitor>
}

/** Sets up the stage of a file; after each test no page of it may have complained. Without a name the person is not welcomed yet. */
export function stage(name = 'Nadia'): Stage {
  const open: Visitor[] = []
  const shared = { visit: async (visiting: Visiting = {}) => opened(await visit(shared.browser, shared.app.origin, visiting)) } as Stage
  const opened = (visitor: Visitor) => {
    open.push(visitor)
    return visitor
  }
  beforeAll(async () => {
    shared.app = await startApp(name)
    shared.browser = await launchBrowser()
  })
  afterEach(async () => {
    const visitors = open.splice(0)
    await Promise.all(visitors.map((visitor) => visitor.context.close()))
    expect(visitors.flatMap((visitor) => visitor.complaints)).toEqual([])
  })
  afterAll(async () => {
    await shared.browser?.close()
    await shared.app?.close()
  })
  return shared
}

/** A row of the workbench, as a test finds it: by its number. */
export function rowOn(page: Page, position: number): { row: Locator; field: Locator; saved: Locator; below: Locator; status: Locator } {
  const row = page.locator(`#segment-${position}`)
  return {
    row,
    field: row.locator('textarea'),
    saved: row.locator('[data-part="saved"]'),
    below: row.locator('[data-part="below"]'),
    status: row.locator('[data-part="gutter"] .status'),
  }
}

/** Waits until something on the page reads so; the invisible marks that keep the scripts apart are left out. */
export async function reads(locator: Locator, wanted: string | RegExp): Promise<void> {
  await expect
    .poll(async () =>
      ((await locator.textContent()) ?? '')
        .replace(/[\u2066-\u2069]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .toMatch(wanted)
}

/** Waits until a field holds this text: also one of the page that a press is still opening. */
export async function holds(field: Locator, wanted: string): Promise<void> {
  await expect.poll(() => field.inputValue()).toBe(wanted)
}

/** Waits until so many of it are on the page. */
export async function number(of: Locator, wanted: number): Promise<void> {
  await expect.poll(() => of.count()).toBe(wanted)
}

/** Waits until the caret stands in this field. */
export async function isInHand(field: Locator): Promise<void> {
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
}

/** A real Chromium: the one that comes as a package, or on systems it was not built for the Chrome that is installed there. */
async function launchBrowser(): Promise<Browser> {
  const packaged = process.platform === 'linux' && process.arch === 'x64'
  return chromium.launch({ ...(packaged ? { executablePath: await unpackedChromium() } : { channel: 'chrome' }), args: quiet })
}

/** Somebody at the program: a window of their own, and everything a page in it complained of or asked other machines for. */
export interface Visitor {
  context: BrowserContext
  page: Page
  /** Errors on the console, refused scripts and styles, requests to other machines; a test ends with none. */
  complaints: string[]
}

export interface Visiting extends BrowserContextOptions {
  language?: 'en' | 'ar'
  theme?: 'light' | 'dark' | 'system'
}

async function visit(browser: Browser, origin: string, { language = 'en', theme = 'light', ...options }: Visiting = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, baseURL: origin, ...options })
  await context.addCookies([
    { name: 'language', value: language, url: origin },
    { name: 'theme', value: theme, url: origin },
  ])
  context.setDefaultTimeout(patience)
  const complaints: string[] = []
  context.on('page', (page) => listen(page, origin, complaints))
  const page = await context.newPage()
  return { context, page, complaints }
}

/** How long a page may take over one thing, in ms: on a busy machine what is usually done at once may take many seconds. */
const patience = 30_000

/** An answer of 4xx and a connection that a test cut are said on the console too; the page says them better, and a test looks there. */
const expected =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_(CONNECTION_|FAILED|EMPTY_RESPONSE|SOCKET_))/u

function listen(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asked ${url.origin}`)
  })
}

/** Nothing of Chromium's own business: no updates, no sync, no questions to its maker. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of the program in the package, unpacked once for this clone. It is written beside and then renamed, because several test files
 * may come here at the same moment, and one that was interrupted must leave no half of it behind.
 */
async function unpackedChromium(): Promise<string> {
  const packed = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin/chromium.br')
  const { size } = await stat(packed)
  const folder = path.join(root, 'node_modules', '.cache', `chromium-${size}`)
  const program = path.join(folder, 'chromium')
  if (
    await access(program).then(
      () => true,
      () => false,
    )
  )
    return program
  await mkdir(folder, { recursive: true })
  const half = `${program}.${process.pid}`
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(half, { mode: 0o755 }))
  await rename(half, program)
  return program
}
