// `npm run torture:intake [-- FILES [KILLS [SEED [ARTICLES]]]]`: the intake of a mixed folder of FILES files (10,000 unless told), in
// every form and many articles in several of them, is killed KILLS times (50) at random moments, files are touched meanwhile, and it
// is let end. Exit code 1 if the archive is not the one that an undisturbed intake makes, or the database is damaged.
import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinPieces } from '../src/intake/index.ts'
import { openStore } from '../src/store/index.ts'
import { bundleScript } from '../test/support/script-bundle.ts'
import { randomFrom } from '../test/support/torture/random.ts'
import { makeMixedFolder } from './intake/mixed-folder.ts'
import { readTexts } from './sources/read-texts.ts'

const [files = 10_000, kills = 50, seed = 11] = process.argv.slice(2, 5).map(Number)
const chance = randomFrom(seed)
const root = mkdtempSync(join(tmpdir(), 'paperboy-torture-'))
const corpus = join(root, 'corpus')
const script = await bundleScript('intake-process.ts')
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, seed ${seed}`)
try {
  const paths = makeMixedFolder(corpus, { files, texts: await readTexts(process.argv[5]), chance })
  const start = performance.now()
  const alone = run('alone')
  await alone.steps(1)
  const startMs = performance.now() - start
  await alone.closed
  const wholeMs = performance.now() - start
  const steps = alone.stepsDone()
  console.log(`${paths.length} files; undisturbed ${(wholeMs / 1000).toFixed(0)} s, ${steps} transactions`)

  const touch = (count: number) => {
    for (let n = 0; n < count; n++) {
      const path = paths[Math.floor(chance() * paths.length)]
      if (path !== undefined) utimesSync(path, new Date(), new Date(Date.now() - Math.floor(chance() * 1e9)))
    }
  }
  let [killed, ended] = [0, 0]
  while (killed < kills) {
    const { child, closed, steps: stepsOf } = run('killed')
    // A fifth of the kills fall into loading and listing. The others are spread over the work of one intake, which is counted in
    // transactions: on a busy machine a run may take any time to come as far.
    if (chance() < 0.2) await Promise.race([closed, sleep(chance() * startMs)])
    else {
      await Promise.race([closed, stepsOf(1 + Math.floor((chance() * 2 * steps) / kills))])
      await Promise.race([closed, sleep((chance() * 2 * wholeMs) / steps)])
    }
    if (child.exitCode === null) {
      child.kill('SIGKILL')
      killed++
      if (killed % 10 === 0)
        console.log(`${killed} kills, ${ended} runs that ended before theirs, ${secondsSince(start)} s`)
    } else {
      ended++
      // Nothing is left to be killed at: as much again as falls to a few kills.
      touch((files * 4) / kills)
    }
    await closed
    touch(files / kills / 4)
  }
  await run('killed').closed
  await run('alone').closed
  const [wanted, found] = [await archiveIn('alone'), await archiveIn('killed')]
  const different = wanted.articles.filter((it, at) => it !== found.articles[at]).length
  console.log(
    `${killed} kills, ${ended} runs that ended before theirs, ${secondsSince(start)} s: ${found.articles.length} articles of ${wanted.articles.length}, ${different} different, files ${found.files === wanted.files ? 'the same' : 'different'}, damaged ${found.damaged.length}`,
  )
  for (const sentence of found.damaged) console.log(sentence)
  const isSame =
    different === 0 && found.articles.length === wanted.articles.length && found.files === wanted.files
  process.exitCode = isSame && found.damaged.length === 0 ? 0 : 1
} finally {
  rmSync(root, { recursive: true })
}

/** Takes the folder in in a process of its own. */
function run(data: string) {
  const child = spawn(process.execPath, [script, corpus, join(root, data)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let lines = 0
  const told = new EventEmitter()
  // It says how many files are done, a line after each transaction, and at last that all are.
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    lines += piece.split('\n').length - 1
    told.emit('more')
  })
  return {
    child,
    closed: once(child, 'close'),
    stepsDone: () => lines,
    steps: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (lines < count) return
          told.off('more', look)
          resolve()
        }
        told.on('more', look)
        look()
      }),
  }
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(0)
}

/** All articles as they are shown, in order, and what is known of the files but for when they were read. */
async function archiveIn(data: string) {
  const store = await openStore({ folder: join(root, data), join: joinPieces, now: () => 0 })
  try {
    const { articles } = await store.archive.browse({ offset: 0, limit: 1_000_000 })
    const known = await store.manifest.files()
    return {
      articles: articles.map((it) => JSON.stringify(it)),
      files: [...known]
        .map(([file, { takenMs: _takenMs, ...facts }]) => JSON.stringify([file, facts]))
        .toSorted()
        .join('\n'),
      damaged: await store.check(),
    }
  } finally {
    await store.close()
  }
}
