import express from 'express'
import multer from 'multer'
import { Problem } from '../core/problem.ts'
import { largestFile } from '../formats/text.ts'
import * as batches from './batches.ts'
import * as bringingIn from './bringing-in.ts'
import * as concordance from './concordance.ts'
import * as deciding from './deciding.ts'
import * as decisions from './decisions.ts'
import * as documents from './documents.ts'
import * as exports from './exports.ts'
import * as importBatches from './import-batches.ts'
import * as imports from './imports.ts'
import * as nonTerms from './non-terms.ts'
import * as people from './people.ts'
import * as revisions from './revisions.ts'
import * as segments from './segments.ts'
import * as suggestions from './suggestions.ts'
import * as terms from './terms.ts'
import * as uses from './uses.ts'
import type { Handler } from './visit.ts'
import * as waivers from './waivers.ts'

/** One line of the list: method, address, how the body is read, and who answers. */
export type Route = readonly [method: 'get' | 'post', path: string, answer: Handler, body?: express.RequestHandler]

/** A form of a few fields. Arabic takes six bytes a letter in this encoding. */
const form = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 1000 })

/** A list from which many may be chosen. */
const manyChoices = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 5000 })

/** A form that may hold a file or a whole article; `utf8` or Arabic file names are garbled. */
const readUpload = (fields: number) =>
  multer({ limits: { fileSize: largestFile, files: 1, fieldSize: 4 * largestFile, fields }, defParamCharset: 'utf8' }).single('file')

/** Reads such a form; what is too large is left to the page, which shows the form again with everything else that was typed. */
const uploadOf = (fields: number): express.RequestHandler => {
  const read = readUpload(fields)
  return (req, res, next) =>
    read(req, res, (thrown: unknown) => {
      const limit = { limit: largestFile / 1024 / 1024 }
      const code = thrown instanceof multer.MulterError ? thrown.code : ''
      if (code === 'LIMIT_FILE_SIZE') res.locals.refused = new Problem('file.too-large', limit)
      else if (code === 'LIMIT_FIELD_VALUE') res.locals.refused = new Problem('form.too-large', limit)
      // The files are kept in memory: whatever else goes wrong is a form that no browser sends, or one cut off.
      else if (thrown || !isFlat(req.body, fields)) res.locals.refused = new Problem('form.malformed')
      if (!isFlat(req.body, fields)) req.body = {}
      next()
    })
}

/** No field of ours has brackets in its name, of which the reader makes lists and groups: a single `column[999999999]` would be a list that long. */
function isFlat(body: unknown, most: number): boolean {
  return Object.values(body ?? {}).every((value) => typeof value === 'string' || (Array.isArray(value) && value.length <= most))
}

const upload = uploadOf(50)
/** A choice for each of 256 columns and of ten thousand conflicts. */
const glossaryUpload = uploadOf(11_000)

/** Every page of the program; what is no page, /health and /assets, app.ts answers before them. */
export const routes: readonly Route[] = [
  ['get', '/', async ({ res }) => res.redirect(303, '/documents')],
  ['get', '/welcome', people.ask],
  ['post', '/welcome', people.name, form],
  ['post', '/preferences', people.prefer, form],

  ['get', '/documents', documents.list],
  ['get', '/documents/new', bringingIn.ask],
  ['get', '/documents/preview', async ({ res }) => res.redirect(303, '/documents/new')],
  ['post', '/documents/preview', bringingIn.preview, upload],
  ['post', '/documents', bringingIn.add, upload],
  ['get', '/documents/:id', documents.show],
  ['get', '/documents/:id/heading', documents.askHeading],
  ['post', '/documents/:id/heading', documents.saveHeading, form],
  ['post', '/documents/:id/decisions', decisions.decide, form],
  ['get', '/documents/:id/waivers', waivers.list],
  ['get', '/documents/:id/export', exports.choose],
  ['get', '/documents/:id/export/:file', exports.download],

  ['get', '/segments/:id', segments.show],
  ['post', '/segments/:id', segments.save, form],
  ['get', '/segments/:id/revisions', revisions.list],
  ['post', '/segments/:id/restore', revisions.restore, form],

  ['get', '/terms', terms.list],
  ['get', '/terms/new', terms.ask],
  ['post', '/terms', terms.add, form],
  ['get', '/terms/import', imports.ask],
  ['post', '/terms/import', imports.step, glossaryUpload],
  ['get', '/terms/batches', importBatches.list],
  ['get', '/terms/batches/:id', importBatches.show],
  ['post', '/terms/batches/:id/undo', importBatches.undo, form],
  ['get', '/terms/suggestions', suggestions.list],
  ['get', '/terms/in-use', suggestions.inUse],
  ['get', '/terms/non-terms', nonTerms.list],
  ['post', '/terms/non-terms', nonTerms.change, form],
  ['get', '/terms/:id', terms.show],
  ['get', '/terms/:id/concordance', concordance.ofTerm],
  ['get', '/concordance', concordance.ofWord],
  ['post', '/terms/:id', deciding.change, form],
  ['get', '/terms/:id/uses', uses.list],
  ['post', '/terms/:id/mends', batches.begin, form],
  ['get', '/batches/:id', batches.show],
  ['post', '/batches/:id/mends', batches.mend, manyChoices],
  ['post', '/batches/:id/undo', batches.undo, form],
  ['get', '/glossary.csv', terms.exportAs('csv')],
  ['get', '/glossary.xlsx', terms.exportAs('xlsx')],
  ['get', '/glossary.tbx', terms.exportAs('tbx')],
]
