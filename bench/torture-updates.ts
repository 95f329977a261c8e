// `npm run torture:updates [-- SEED]`: 2,000 updates three times each, and 10,000 mutated ones each way. Exit code 1
// where an update had another number of effects than one, or the bot was ended, or its heap went on growing.
import { mutateUpdates, repeatUpdates } from '../test/support/torture/updates.ts'

const seed = Number(process.argv[2] ?? 6)
/** Growth of the heap over the second half that is put down to chance, as a share. */
const FLAT = 0.1

const { effects, different } = await repeatUpdates(2000, 3, seed)
console.log(`2,000 updates × 3, any order, seed ${seed}: ${effects} effects of ${different} updates`)
let isGood = effects === 2000 && different === 2000

for (const mode of ['polling', 'webhook'] as const) {
  const { answered, code, said, heap, statuses } = await mutateUpdates(mode, 10_000, seed)
  const unhandled = (said.match(/unhandled|uncaught/gi) ?? []).length
  const [half, end] = [heap[4], heap.at(-1)]
  const isFlat = half !== undefined && end !== undefined && end < half * (1 + FLAT)
  isGood &&= answered && code === 0 && unhandled === 0 && isFlat
  console.log(
    `10,000 mutated updates by ${mode}, seed ${seed}: answers afterwards ${answered}, exit ${code}, ` +
      `unhandled ${unhandled}, statuses ${statuses.join(' ') || '–'}, heap by tenths ${heap.join(' ')} MB`,
  )
}
process.exitCode = isGood ? 0 : 1
