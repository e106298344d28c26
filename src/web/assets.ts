import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { viewsFolder } from './views.ts'

/** Style sheet, page script and type faces, all from this machine. */
export const assets = express.Router()

const require = createRequire(import.meta.url)
const year = { maxAge: '365d', immutable: true, index: false } as const

assets.use('/script', express.static(fileURLToPath(new URL('../../dist/browser', import.meta.url)), { index: false }))
for (const face of ['inter', 'source-serif-4', 'noto-naskh-arabic']) {
  assets.use('/faces', express.static(`${dirname(require.resolve(`@fontsource-variable/${face}/package.json`))}/files`, year))
}
assets.use(express.static(`${viewsFolder}assets`, { index: false }))
