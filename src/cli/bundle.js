// Finds the bundle of the TypeScript sources that `paperboy.js` runs, and builds it if there is none: see
// docs/adr/0005-bundle-on-demand.md. Plain JavaScript, because it runs before anything else can be loaded.
import { createHash, randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { debuglog } from 'node:util'

const ROOT = join(import.meta.dirname, '..', '..')
const SOURCES = join(ROOT, 'src')
const CACHE = join(ROOT, 'node_modules', '.cache', 'paperboy')
const PACKAGE = join(ROOT, 'package.json')

/** Packages of hundreds of small files, which load in a fraction of the time from the bundle. */
const BUNDLED = ['kysely', 'zod']
const REQUIRED = new RegExp(`createRequire\\(import\\.meta\\.url\\)\\('(${BUNDLED.join('|')})'\\)`, 'g')

/** Bundles that stay: a bot that still runs from an older one may start a thread from it. */
const KEPT = 10

/** `NODE_DEBUG=paperboy` tells why there is no bundle. */
const debug = debuglog('paperboy')

/**
 * The folder of the bundle for the sources as they are now. Several processes may build it at once: one of them wins.
 * @returns {Promise<string | undefined>} undefined if it cannot be built or written: run the sources themselves then
 */
export async function findBundle() {
  const folder = join(CACHE, keyOfSources())
  try {
    if (!existsSync(folder)) await build(folder)
    // Another user may have built it, and kept it to himself.
    accessSync(join(folder, 'main.js'), constants.R_OK)
    return folder
  } catch (error) {
    debug('no bundle: %o', error)
    return undefined
  }
}

/** Stands for the content of all sources and for all else that decides what is in the bundle. */
function keyOfSources() {
  const hash = createHash('sha256').update(ROOT)
  for (const file of [import.meta.filename, PACKAGE, ...sourcesIn(SOURCES)])
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 20)
}

/**
 * `readdirSync` with `recursive` takes ten times as long.
 * @param {string} folder
 * @returns {string[]} in an order that is always the same
 */
function sourcesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesIn(path)
    return path.endsWith('.ts') ? [path] : []
  })
}

/** @param {string} folder where the bundle is to appear, whole */
async function build(folder) {
  const unfinished = join(CACHE, `unfinished-${randomUUID()}`)
  mkdirSync(unfinished, { recursive: true })
  try {
    await writeBundle({ main: join(SOURCES, 'cli', 'main.ts') }, unfinished)
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another process may have been faster.
    if (!existsSync(folder)) throw error
  }
  forgetOldBundles()
}

/**
 * Bundles programs for Node.
 * @param {Readonly<Record<string, string>>} entryPoints the TypeScript file of each, by the name of its bundle
 * @param {string} outdir
 */
export async function writeBundle(entryPoints, outdir) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    // Who starts a thread looks for it beside the chunk that it is in itself.
    entryPoints: {
      ...entryPoints,
      'reading-thread': join(SOURCES, 'intake', 'reading-thread.ts'),
      'drawing-process': join(SOURCES, 'pictures', 'drawing-process.ts'),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: packages().filter((name) => !BUNDLED.includes(name)),
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [adaptSources],
  })
  await esbuild.stop()
}

function packages() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8'))
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

const adaptSources = {
  name: 'adapt sources',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        // What a source reads from its own folder lies there still.
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll(REQUIRED, "require('$1')"),
    }))
  },
}

function forgetOldBundles() {
  const bundles = readdirSync(CACHE).map((name) => {
    const path = join(CACHE, name)
    return { path, madeMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }
  })
  for (const { path } of bundles.toSorted((a, b) => b.madeMs - a.madeMs).slice(KEPT))
    rmSync(path, { recursive: true, force: true })
}
