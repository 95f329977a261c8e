import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

test('the lock file holds the binaries of every platform, or npm ci refuses it elsewhere', () => {
  const locked = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
  const wanted = Object.values(lock.packages).flatMap((it) => Object.keys(it.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !locked.has(name))).toEqual([])
})

test('the lock file names no download address: each machine uses the registry that it is set up with', () => {
  expect(JSON.stringify(lock)).not.toContain('"resolved":"http')
})
