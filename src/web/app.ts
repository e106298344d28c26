import compression from 'compression'
import express, { type Request, type RequestHandler, type Response } from 'express'
import type { Desk, Store } from '../store/store.ts'
import { assets } from './assets.ts'
import { answerProblem, noSuchPage } from './problems.ts'
import { routes } from './routes.ts'
import { ownHost, ownOrigin, safeHeaders } from './safety.ts'
import { appearance, type Handler } from './visit.ts'

/** The whole web application over a store; it listens nowhere by itself. */
export function createApp(store: Store, desk: Desk): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(safeHeaders, ownHost, ownOrigin, compression())
  app.get('/health', (_req, res) => void res.type('text').send('ok'))
  app.use('/assets', assets)
  for (const [method, path, answer, body] of routes) app[method](path, ...(body ? [body] : []), visited(store, desk.id, answer))
  app.use(noSuchPage)
  app.use(answerProblem)
  return app
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
