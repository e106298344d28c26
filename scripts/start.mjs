// Makes ready what is missing and starts the workbench, both in this process: `npm start`.
import { prepare } from './prepare.mjs'

try {
  prepare()
} catch (reason) {
  console.error(reason.message)
  process.exit(1)
}

// npm passes a SIGTERM on to its shell, which ends without telling us: where npm started us and our parent is gone, we go too.
const parent = process.ppid
const follow = () => process.ppid === parent || process.kill(process.pid, 'SIGTERM')
if (process.env.npm_lifecycle_event) setInterval(follow, 500).unref()

await import('../dist/server.js')
