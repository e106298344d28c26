import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { addDocument } from '../src/actions/add-document.ts'
import { decideTerm } from '../src/actions/decide-term.ts'
import { effectOfDecision } from '../src/actions/decision-effect.ts'
import { firstDesk } from '../src/actions/first-start.ts'
import { mendForTerm } from '../src/actions/mend-for-term.ts'
import { proposalsFor } from '../src/actions/mend-proposals.ts'
import { nameYourself } from '../src/actions/name-yourself.ts'
import { recheckSlice } from '../src/actions/recheck.ts'
import { undoTermChange } from '../src/actions/undo-batch.ts'
import type { Term, TermDraft } from '../src/core/glossary/term.ts'
import type { Segment } from '../src/core/segment.ts'
import { starter } from '../src/starter.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { createApp } from '../src/web/app.ts'

const by = { person: { id: 0, name: 'Bench' }, at: '2026-01-01T00:00:00.000Z' }
const documents = 1000
const segmentsOfEach = 100
/** Of so many segments one has the entry that is decided anew. */
const rarity = 50
/** As the server does, see `server.ts`. */
const betweenSlices = 5

/**
 * Prints, for a desk of 100,000 segments, how long the effect of a new decision takes to be told, against one look through all the texts; and how
 * long a page takes while the segments that the change reaches are looked at again, against the same page when nothing is to be done.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tarjuman-bench-'))
  const store = await openStore(path.join(folder, 'desk.sqlite'))
  try {
    const { id } = await firstDesk(store, starter, by)
    await nameYourself(store, 'Bench')
    await filled(store, id)
    const [term] = await store.terms.withSpellings(id, ['الحشد الشعبي'])
    await told(store, id, term!)
    await decided(store, id, term!)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const words =
  'قال المسؤول إن الجيش نشر قوات جديدة قرب الحدود بعد هجوم مسلح على قاعدة عسكرية غرب المدينة وأصيب عدد من الجنود بينما أعلنت الوزارة فتح تحقيق عاجل في الحادث ونفت جهات سياسية صلتها به'.split(
    ' ',
  )

/** Articles of news-like words, each a little different and with names nobody else has, and an English that follows today's decision. */
async function filled(store: Store, deskId: number): Promise<void> {
  const begun = performance.now()
  const { glossaryVersion } = (await store.desks.get(deskId))!
  for (let number = 0; number < documents; number++) {
    const paragraphs = Array.from({ length: segmentsOfEach }, (_, index) => arabic(number * segmentsOfEach + index))
    const heading = { title: `مقال ${number}`, outlet: '', author: '', date: '', address: '' }
    const { id } = await addDocument(store, { deskId, heading, unit: 'paragraph', paragraphs, raw: '' }, by)
    await store.transaction(async (store) => {
      const segments = await store.segments.page(id, 0, segmentsOfEach)
      // Nothing in them is broken: a check would find what is known.
      await store.segments.checked(
        segments.map((segment) => segment.id),
        glossaryVersion,
      )
      for (const segment of segments) await translated(store, { ...segment, checkedVersion: glossaryVersion })
    })
  }
  const segments = documents * segmentsOfEach
  const vocabulary = (await store.words.containing([''])).length
  console.log(
    `a desk of ${segments.toLocaleString('en')} segments in ${documents} documents, with ${vocabulary.toLocaleString('en')} different words`,
  )
  console.log(`  made in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}

async function translated(store: Store, segment: Segment): Promise<void> {
  const target = english((segment.documentId - 1) * segmentsOfEach + segment.position - 1)
  const status = 'translated'
  await store.segments.save({ ...segment, target, status, version: 2 }, 1, by.at)
  await store.revisions.add({ segmentId: segment.id, target, status, origin: 'typed', reason: '', person: '', at: by.at, until: by.at })
}

function arabic(number: number): string {
  const from = (number * 7) % words.length
  const some = [...words.slice(from), ...words.slice(0, from)].slice(0, 24)
  const named = number % rarity === 0 ? ['مع', number % 3 === 0 ? 'وللحشد' : 'الحشد', 'الشعبي'] : []
  return `${[...some, ...named, madeUp(number), madeUp(number * 31 + 7)].join(' ')} رقم ${number}.`
}

/** A word of five letters that hardly another segment has. */
function madeUp(number: number): string {
  const letters = 'بتجحدرسشصطعفقكلمنهوي'
  let left = (number * 2_654_435_761) % letters.length ** 5
  return Array.from({ length: 5 }, () => {
    const letter = letters[left % letters.length]!
    left = Math.floor(left / letters.length)
    return letter
  }).join('')
}

/** Documents of the first start stand before ours, so that the numbers do not match; every text of the entry has its English all the same. */
function english(number: number): string {
  return `An official said the army had deployed new troops near the border with the Popular Mobilization Forces after an attack, number ${number}.`
}

const anew = (term: Term): TermDraft => ({
  ...term,
  firstMention: '',
  laterMention: '',
  renderings: [
    { text: 'Hashd al-Shaabi', standing: 'preferred' },
    { text: 'Popular Mobilization Forces', standing: 'avoid' },
  ],
})

async function told(store: Store, deskId: number, term: Term): Promise<void> {
  const desk = (await store.desks.get(deskId))!
  const all = await median(() => everyText(store))
  const effect = await effectOfDecision(store, desk, term, anew(term))
  const preview = await median(() => effectOfDecision(store, desk, term, anew(term)))
  console.log(`one look through every text, read from the database, the baseline: ${all.toFixed(0)} ms`)
  console.log(
    `  the effect of a decision, told beforehand  ${preview.toFixed(0).padStart(6)} ms  ${(preview / all).toFixed(2).padStart(6)} × the baseline`,
  )
  console.log(
    `    ${effect!.segments} segments of ${effect!.documents} documents have the entry; ${effect!.breaks} would break the decision`,
  )
}

/** What a program would do that has no index of words: read every text and look for two letters in it. */
async function everyText(store: Store): Promise<number> {
  let found = 0
  for (let id = 1; id <= documents + 2; id++) {
    for (const { source } of await store.segments.page(id, 0, 10_000)) if (source.includes('حشد')) found++
  }
  return found
}

async function decided(store: Store, deskId: number, term: Term): Promise<void> {
  const server = await listening(createServer(createApp(store, (await store.desks.get(deskId))!)))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/documents/500?at=50`
  const quiet = await pageTimes(address, () => false)
  const begun = performance.now()
  const batch = (await decideTerm(store, { termId: term.id, version: term.version, draft: anew(term) }, by))!
  const stored = performance.now() - begun
  let rechecking = true
  const work = recheckAll(store, deskId).finally(() => {
    rechecking = false
  })
  const busy = await pageTimes(address, () => rechecking)
  await work
  server.close()
  console.log(
    `a page of a document while nothing is to be done, the baseline: ${middle(quiet).toFixed(1)} ms, the slowest of twenty ${nearlyWorst(quiet).toFixed(1)} ms`,
  )
  console.log(
    `  the same page during rechecking  ${middle(busy).toFixed(1).padStart(6)} ms  ${(middle(busy) / middle(quiet)).toFixed(2).padStart(6)} × the baseline`,
  )
  console.log(
    `  the slowest of twenty            ${nearlyWorst(busy).toFixed(1).padStart(6)} ms  ${(nearlyWorst(busy) / nearlyWorst(quiet)).toFixed(2).padStart(6)} × the baseline`,
  )
  console.log(`  storing the decision took ${stored.toFixed(0)} ms, rechecking went on for ${busy.length} pages`)
  await mended(store, batch.id)
}

async function mended(store: Store, batchId: number): Promise<void> {
  const batch = (await store.batches.get(batchId))!
  const listed = await timed(() => proposalsFor(store, batch))
  const done = await timed(() => mendForTerm(store, { batchId, chosen: 'all', finals: true, reason: '' }, by))
  const undone = await timed(() => undoTermChange(store, batchId, '', by))
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  console.log(
    `  ${listed.value.length} mends: proposed in ${seconds(listed.ms)}, made in ${seconds(done.ms)}, taken back in ${seconds(undone.ms)}`,
  )
}

async function recheckAll(store: Store, deskId: number): Promise<void> {
  while ((await recheckSlice(store, deskId)) > 0) await wait(betweenSlices)
}

async function pageTimes(address: string, going: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (times.length < 40 || (going() && times.length < 400)) {
    const { ms } = await timed(async () => (await fetch(address)).text())
    times.push(ms)
    await wait(10)
  }
  // The first ones warm the program up.
  return times.slice(5)
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const begun = performance.now()
  const value = await work()
  return { ms: performance.now() - begun, value }
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) times.push((await timed(work)).ms)
  return middle(times)
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}

function nearlyWorst(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}
