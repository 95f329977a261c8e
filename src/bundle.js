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
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { debuglog } from 'node:util'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = join(ROOT, 'src')
const CACHE = join(ROOT, 'node_modules', '.cache', 'paperboy')
const PACKAGE = join(ROOT, 'package.json')

/** Packages of hundreds of small files, which load in a fraction of the time from the bundle. */
const BUNDLED = new Set(['kysely', 'zod'])
/** What the program itself leaves outside: what has native parts or files of its own, or is large and seldom needed. */
const OUTSIDE = [
  '@fontsource*',
  '@napi-rs/canvas',
  '@opensearch-project/opensearch',
  '@photostructure/sqlite',
  'esbuild',
  'nodejieba',
  'opencc-js/cn2t',
  'opencc-js/t2cn',
  'pdfjs-dist',
  'pg-native',
  'pinyin-pro',
  'proxy-agent',
  'tsx',
]

/** Node reads two bytes a character in a tenth of the time that decoding UTF-8 takes. */
export const PROGRAM = 'main.utf16.js'
/** Makes a script of the bundle whose value is a function, as Node makes one of a CommonJS module. */
const OPENING = '(function (module, exports, require, import_, __filename, __dirname) {'
/** A script cannot load modules itself without a warning of Node. What esbuild has left is of packages outside. */
const IMPORTS_OUTSIDE = /\bimport\((?=")/g
const BUNDLE_URL = "const bundleUrl = require('node:url').pathToFileURL(__filename).href;"
/** A source map that maps nothing: nobody looks for the lines of packages. */
const NO_LINES = `data:application/json;base64,${btoa('{"version":3,"sources":["package"],"mappings":"AAAA"}')}`

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
    accessSync(join(folder, PROGRAM), constants.R_OK)
    return folder
  } catch (error) {
    debug('no bundle: %o', error)
    return undefined
  }
}

/**
 * Where a thread or a process begins when the sources are run without a bundle, as tests and measurements run them. A bundle
 * that is there already loads in a fifth of the time; none is built.
 * @param {'reading-thread' | 'drawing-process'} name
 * @param {URL} source its TypeScript file
 */
export async function loadBundledOr(name, source) {
  const file = join(CACHE, keyOfSources(), `${name}.js`)
  await (existsSync(file) ? import(pathToFileURL(file).href) : loadSource(source))
}

/**
 * Loads a TypeScript file. Node 20 loads none as the first of a program or thread, and what loads the others must be
 * registered in each thread anew.
 * @param {URL} source
 */
export async function loadSource(source) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(source.href)
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
    const esbuild = await import('esbuild')
    await Promise.all([writeProgram(esbuild, unfinished), writeModules(esbuild, {}, unfinished)])
    await esbuild.stop()
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another process may have been faster.
    if (!existsSync(folder)) throw error
  }
  forgetOldBundles()
}

/**
 * Bundles programs for Node, and the threads that they start.
 * @param {Readonly<Record<string, string>>} entryPoints the TypeScript file of each, by the name of its bundle
 * @param {string} outdir
 */
export async function writeBundle(entryPoints, outdir) {
  const esbuild = await import('esbuild')
  await writeModules(esbuild, entryPoints, outdir)
  await esbuild.stop()
}

/** @type {import('esbuild').BuildOptions} */
const FOR_NODE = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'silent',
}

/**
 * The program in one script, with nearly all packages: V8 keeps bytecode of scripts, but not of modules.
 * @param {typeof import('esbuild')} esbuild
 * @param {string} outdir
 */
async function writeProgram(esbuild, outdir) {
  const { outputFiles } = await esbuild.build({
    ...FOR_NODE,
    entryPoints: [join(SOURCES, 'cli', 'run-process.ts')],
    outfile: join(outdir, PROGRAM),
    write: false,
    format: 'cjs',
    external: OUTSIDE,
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: `${OPENING}${BUNDLE_URL}` },
    footer: { js: '})' },
    plugins: [adaptSources([...BUNDLED, 'pg']), forgetLinesOfPackages, leaveStylesUnread],
  })
  for (const { path, text } of outputFiles) {
    const isMap = path.endsWith('.map')
    writeFileSync(path, isMap ? text : text.replace(IMPORTS_OUTSIDE, 'import_('), isMap ? 'utf8' : 'utf16le')
  }
}

/**
 * @param {typeof import('esbuild')} esbuild
 * @param {Readonly<Record<string, string>>} entryPoints
 * @param {string} outdir
 */
async function writeModules(esbuild, entryPoints, outdir) {
  await esbuild.build({
    ...FOR_NODE,
    // Who starts a thread looks for it beside the chunk that it is in itself.
    entryPoints: {
      ...entryPoints,
      'reading-thread': join(SOURCES, 'intake', 'reading-thread.ts'),
      'drawing-process': join(SOURCES, 'pictures', 'drawing-process.ts'),
    },
    outdir,
    splitting: true,
    format: 'esm',
    external: packages().filter((name) => !BUNDLED.has(name)),
    plugins: [adaptSources([...BUNDLED])],
  })
}

function packages() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8'))
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

/**
 * @param {readonly string[]} bundled packages in the bundle that the sources load when they need them
 * @returns {import('esbuild').Plugin}
 */
const adaptSources = (bundled) => ({
  name: 'adapt sources',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        // What a source reads from its own folder lies there still.
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll(
          new RegExp(`createRequire\\(import\\.meta\\.url\\)\\('(${bundled.join('|')})'\\)`, 'g'),
          "require('$1')",
        ),
    }))
  },
})

const forgetLinesOfPackages = {
  name: 'forget lines of packages',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, ({ path }) => ({
      loader: 'js',
      contents: `${readFileSync(path, 'utf8')}\n//# sourceMappingURL=${NO_LINES}`,
    }))
  },
}

const leaveStylesUnread = {
  name: 'leave styles unread',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    // linkedom parses the style sheets of a page for whoever asks a `<style>` for them; the page reader takes it out.
    build.onResolve({ filter: /^cssomnom/ }, () => ({ path: 'cssomnom', namespace: 'unread' }))
    build.onLoad({ filter: /.*/, namespace: 'unread' }, () => ({
      contents: 'export const parse = undefined',
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
