import { parseArgs } from 'node:util'
import { changedParts } from './changed-lines.ts'
import { type MutationScore, mutate } from './mutate.ts'
import { MUTATION_PARTS } from './parts.ts'
import { sampleLines } from './sample-lines.ts'

// `npm run mutate -- PART…` plants faults in parts of the program and tells which ones no test notices; with `--lines 100
// --seed 1` in a sample of their lines, with `--seconds 60` for so long each.
// `npm run mutate -- --changed BASE` does it with the lines that were changed since a commit, for five minutes.

/** CI has no more time for it. */
const SECONDS_FOR_CHANGES = 300

const percent = ({ noticed, all }: MutationScore) => (all === 0 ? 100 : (100 * noticed) / all)

function tell(name: string, score: MutationScore): void {
  for (const it of score.survivors) console.log(`lives: ${it}`)
  const files = score.left.map((it) => it.split(':')[0])
  for (const file of new Set(files))
    console.log(`no time for: ${files.filter((it) => it === file).length} mutants of ${file}`)
  console.log(`${name}: ${score.noticed} of ${score.all} noticed, ${percent(score).toFixed(1)} %`)
}

async function mutateParts(
  names: readonly string[],
  { lines, seed, seconds }: { readonly lines?: number; readonly seed: string; readonly seconds?: number },
): Promise<void> {
  for (const name of names) {
    const part = MUTATION_PARTS[name]
    if (part === undefined)
      throw new Error(`there is no part ${name}; there are ${Object.keys(MUTATION_PARTS).join(', ')}`)
    const endMs = seconds === undefined ? undefined : Date.now() + seconds * 1000
    const score = await mutate(part, lines === undefined ? undefined : sampleLines(part, lines, seed), endMs)
    tell(name, score)
    if (percent(score) < part.goal) {
      console.log(`${name}: ${part.goal} % are wanted`)
      process.exitCode = 1
    }
  }
}

/** Tells, and fails nothing: of a few lines one mutant that means nothing would be a bad score. */
async function mutateChanges(base: string, seconds: number): Promise<void> {
  const endMs = Date.now() + seconds * 1000
  const parts = changedParts(base)
  console.log(
    `changed: ${parts.map(({ name, places }) => `${name} (${places.length} places)`).join(', ') || 'nothing that is mutated'}`,
  )
  for (const [index, { name, part, places }] of parts.entries()) {
    const now = Date.now()
    const score = await mutate(part, places, now + (endMs - now) / (parts.length - index))
    tell(name, score)
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changed: { type: 'string' },
    seconds: { type: 'string' },
    lines: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
if (values.changed !== undefined)
  await mutateChanges(values.changed, Number(values.seconds ?? SECONDS_FOR_CHANGES))
else if (positionals.length > 0)
  await mutateParts(positionals, {
    ...(values.lines !== undefined && { lines: Number(values.lines) }),
    ...(values.seconds !== undefined && { seconds: Number(values.seconds) }),
    seed: values.seed,
  })
else {
  console.error(`npm run mutate -- PART…\n${Object.keys(MUTATION_PARTS).join('\n')}`)
  process.exitCode = 2
}
