import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { Problem } from '../core/problem.ts'

/**
 * Headers for every answer. No inline script or style anywhere, nothing from another machine; no nonces, so that pages keep their ETag.
 * `useDefaults` is off because upgrade-insecure-requests would break plain http.
 */
export const safeHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' },
})

/** Refuses a Host that is not this machine's own name: a foreign name that resolves here (DNS rebinding) reads nothing. */
export function ownHost(req: Request, _res: Response, next: NextFunction): void {
  const host = req.headers.host ?? ''
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)) throw new Problem('host.foreign', { host })
  next()
}

/**
 * Refuses a change that another site's page asked for. Browsers say where a request comes from in Sec-Fetch-Site; older ones at least
 * send Origin. A request with neither comes from a program, not from a page.
 */
export function ownOrigin(req: Request, _res: Response, next: NextFunction): void {
  const site = req.headers['sec-fetch-site']
  const origin = req.headers.origin
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== undefined && origin !== `${req.protocol}://${req.headers.host}`
  const reads = req.method === 'GET' || req.method === 'HEAD'
  if (!reads && (foreignSite || foreignOrigin)) throw new Problem('origin.foreign', { origin: origin ?? String(site) })
  if (reads && origin !== undefined && foreignOrigin) throw new Problem('origin.foreign', { origin })
  next()
}
