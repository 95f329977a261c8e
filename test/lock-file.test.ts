import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? path
const packages = Object.entries(lock.packages).map(([path, facts]) =>
  Object.assign({ name: nameOf(path) }, facts),
)

test('the lock file holds the binaries of every platform, or npm ci refuses it elsewhere', () => {
  const locked = new Set(packages.map(({ name }) => name))
  const wanted = packages.flatMap((it) => Object.keys(it.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !locked.has(name))).toEqual([])
})

test('the lock file names no download address: each machine uses the registry that it is set up with', () => {
  expect(JSON.stringify(lock)).not.toContain('"resolved":"http')
})

test('npm runs no script of a package, and those that have one are known to do without it', () => {
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  const withScript = packages.filter((it) => it.hasInstallScript).map(({ name }) => name)
  // The driver and esbuild only look at the binary that they bring; of nodejieba the dictionary is all that is needed.
  expect(withScript.toSorted()).toEqual(['@photostructure/sqlite', 'esbuild', 'nodejieba'])
})

test('the SQLite driver brings its binaries for every platform that the docs name', () => {
  const prebuilds = join(root, 'node_modules', '@photostructure', 'sqlite', 'prebuilds')
  for (const system of ['linux', 'darwin', 'win32'])
    for (const processor of ['x64', 'arm64']) {
      const folder = join(prebuilds, `${system}-${processor}`)
      const binaries = existsSync(folder) ? readdirSync(folder).filter((it) => it.endsWith('.node')) : []
      expect(binaries, `${system}-${processor}`).toHaveLength(system === 'linux' ? 2 : 1)
    }
})

test('the build tool of nodejieba is the one whose tar has no known advisory', () => {
  const versions = packages
    .filter(({ name }) => name === 'tar')
    .map(({ version }) => Number.parseInt(version ?? '', 10))
  expect(versions.filter((major) => major < 7)).toEqual([])
})
