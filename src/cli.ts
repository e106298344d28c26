#!/usr/bin/env node
import { answer } from './cli/answer.ts'

// A reader that closes the pipe early (`tarjuman … | head`) is no error of ours, and no reason to leave the work undone.
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

// Not process.exit(): it would cut off what is still on its way into a pipe.
process.exitCode = await answer(process.argv.slice(2), process.stdout, process.stderr)
