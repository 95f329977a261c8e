import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** The table of docs/architecture.md: a part may import from lower rows only. */
const rows: Record<string, number> = {
  'bundle.js': 1,
  domain: 1,
  concurrency: 1,
  language: 2,
  config: 2,
  ops: 2,
  sources: 2,
  corpus: 3,
  pictures: 3,
  search: 3,
  summary: 3,
  store: 3,
  answers: 4,
  trends: 4,
  digest: 4,
  intake: 4,
  chat: 5,
  delivery: 6,
  telegram: 7,
  outbound: 7,
  monitoring: 7,
  playground: 7,
  web: 7,
  app: 8,
  cli: 9,
  'main.ts': 10,
}

/**
 * The rooms of a part that has them, lowest first: what lies in a room imports from its own and from lower ones only.
 * Files of the part outside of its rooms join them, and no room imports those. A folder that is missing here is none.
 */
const rooms: Record<string, readonly string[]> = {
  chat: [
    'markup',
    'callback',
    'texts',
    'turn',
    'orders',
    'views',
    'lists',
    'articles',
    'subscription',
    'alerts',
    'channels',
    'privacy',
    'sharing',
    'notices',
    'commands',
  ],
  corpus: ['files', 'wording', 'layout', 'arrangement', 'corrections', 'geometry', 'articles', 'output'],
  search: ['names', 'query', 'term-index', 'snapshot', 'ranking', 'opensearch', 'spelling', 'excerpts'],
  web: ['access', 'http', 'view', 'pages'],
}

/** Who may import a package. */
const owners: Record<string, string> = {
  esbuild: 'bundle.js',
  tsx: 'bundle.js',
  nodejieba: 'language',
  'opencc-js': 'language',
  'pinyin-pro': 'language',
  dotenv: 'config',
  zod: 'config',
  pino: 'ops',
  'lru-cache': 'ops',
  linkedom: 'sources',
  '@mozilla/readability': 'sources',
  yaml: 'sources',
  'csv-parse': 'sources',
  'postal-mime': 'sources',
  'pdfjs-dist': 'sources',
  '@napi-rs/canvas': 'pictures',
  uqr: 'pictures',
  'd3-scale': 'pictures',
  'd3-shape': 'pictures',
  minisearch: 'search',
  '@opensearch-project/opensearch': 'search',
  kysely: 'store',
  '@photostructure/sqlite': 'store',
  pg: 'store',
  telegraf: 'telegram',
  'proxy-agent': 'telegram',
  'prom-client': 'monitoring',
}

const root = join(import.meta.dirname, '..', 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  // What runs in a browser is a part's own.
  .filter((path) => /\.[jt]s$/.test(path) && !/^(?:web\/assets|playground\/page)\//.test(path))

const part = (file: string) => file.split('/')[0] ?? file
const row = (file: string) => rows[part(file)] ?? Number.NaN
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
const room = (file: string) => file.split('/').slice(1, -1)[0]
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const imports = /^(?:import|export)\b[^']*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm
  return [...text.matchAll(imports)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
}

const targetOf = (file: string, name: string) => join(dirname(file), name).replaceAll('\\', '/')

test.each(files)('src/%s imports only what its row allows', (file) => {
  expect(row(file), `src/${part(file)} has no row in the table`).not.toBeNaN()
  for (const name of importsOf(file)) {
    if (isBuiltin(name)) continue
    if (!name.startsWith('.')) {
      expect(owners[packageOf(name)], `${name} has no owner`).toBe(part(file))
      continue
    }
    const target = targetOf(file, name)
    if (part(target) === part(file)) continue
    expect(row(target), `${name} must lie lower`).toBeLessThan(row(file))
    expect(target, 'a part is entered by its index.ts').toMatch(/^([\w-]+\/index\.ts|[\w-]+\.[jt]s)$/)
  }
})

test.each(files.filter((file) => rooms[part(file)] && room(file) !== undefined))(
  'src/%s imports only what its room allows',
  (file) => {
    const order = rooms[part(file)] ?? []
    const here = room(file) ?? ''
    expect(order, `src/${part(file)}/${here} has no place in the table`).toContain(here)
    for (const name of importsOf(file)) {
      const target = targetOf(file, name)
      if (!name.startsWith('.') || part(target) !== part(file)) continue
      const there = order.indexOf(room(target) ?? '')
      expect(there, `${name} lies outside of the rooms`).toBeGreaterThanOrEqual(0)
      expect(there, `${name} must lie lower`).toBeLessThanOrEqual(order.indexOf(here))
    }
  },
)

// Imports of types count: a circle of types is one of thoughts.
test.each(Object.keys(rows))('no files of src/%s import one another in a circle', (it) => {
  const finished = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || finished.has(file)) return
    for (const name of importsOf(file))
      if (name.startsWith('.') && part(targetOf(file, name)) === it)
        walk(targetOf(file, name), [...path, file])
    finished.add(file)
  }
  for (const file of files) if (part(file) === it) walk(file, [])
  expect(circles).toEqual([])
})

test.each(Object.keys(owners))('the package %s has at most one owner, which is a part', (name) => {
  expect(rows).toHaveProperty([owners[name] ?? ''])
})

// Where the runtime loads the source, such a pattern is rewritten as a call that makes it anew each time it is met.
test.each(files.filter((file) => part(file) !== 'playground'))(
  'src/%s keeps \\p{…} out of its functions',
  (file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    expect(lines.filter((line) => /^(?: +[^\s/`*']|.*=>).*\/[^/]*\\p\{.*\/[a-z]*u/.test(line))).toEqual([])
  },
)

test.each([
  ['kysely', 'store/sql/kysely.ts'],
  ['zod', 'config/config.ts'],
])('%s is loaded by %s alone, in the form that loads fast', (name, loader) => {
  const loads = new RegExp(`^import (?!type\\b)[^']*?from '${name}'`, 'm')
  const texts = files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)
  expect(texts.filter(([, text]) => loads.test(text)).map(([file]) => file)).toEqual([])
  expect(readFileSync(join(root, loader), 'utf8')).toContain(`(import.meta.url)('${name}')`)
})
