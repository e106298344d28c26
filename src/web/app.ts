import compression from 'compression'
import express, { type Request, type RequestHandler, type Response } from 'express'
import type { Desk, Store } from '../store/store.ts'
import { assets } from './assets.ts'
import { answerProblem, noSuchPage, onlyFor } from './problems.ts'
import { type Route, routes } from './routes.ts'
import { ownHost, ownOrigin, safeHeaders } from './safety.ts'
import { appearance, type Handler } from './visit.ts'

/** The whole web application over a store; it listens nowhere by itself. */
export function createApp(store: Store, desk: Desk): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(safeHeaders, ownHost, ownOrigin, compression())
  app.get('/health', (_req, res) => void res.type('text').send('ok'))
  app.use('/assets', assets)
  for (const [path, own] of byPath(routes)) {
    for (const [method, , answer, body] of own) app[method](path, ...(body ? [body] : []), visited(store, desk.id, answer))
    app.all(path, onlyFor(own.map(([method]) => method)))
  }
  app.use(noSuchPage)
  app.use(answerProblem)
  return app
}

/** The routes of each address, in the order of the list: an address without a number comes before the one that would take its name for one. */
function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>()
  for (const route of routes) paths.set(route[1], [...(paths.get(route[1]) ?? []), route])
  return paths
}

/** Makes the visit for a route: desk and person are read with each request; who has no name yet is asked for it first. */
function visited(store: Store, deskId: number, answer: Handler): RequestHandler {
  return async (req: Request, res: Response) => {
    const [desk, person] = [await store.desks.get(deskId), await store.people.first()]
    if (!desk) throw new Error(`desk ${deskId} is gone`)
    res.set('Cache-Control', 'no-store')
    if (!person && !withoutName.has(req.path)) res.redirect(303, '/welcome')
    else await answer({ store, desk, person: person ?? { id: 0, name: '' }, ...appearance(req), req, res })
  }
}

/** Pages that somebody without a name may see. */
const withoutName = new Set(['/welcome', '/preferences'])
