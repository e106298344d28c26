import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parts } from '../../bench/finder/parts.ts'
import { root } from '../support/project.ts'

it.each(parts.map(({ name, file, from }) => [name, file, from] as const))(
  'the part of the finder “%s” can be taken out of %s',
  (_, file, from) => {
    const source = readFileSync(path.join(root, 'src/core', file), 'utf8')
    expect(source.replace(from, '')).not.toBe(source)
  },
)
