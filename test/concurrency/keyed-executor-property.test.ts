import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeyedExecutor } from '../../src/concurrency/index.ts'
import { runs } from '../support/runs.ts'

type Lane = 'press' | 'inline' | 'message'

/** A task, and how many turns of the event loop pass before the next one is handed over. */
interface Given {
  readonly key: number
  readonly lane: Lane
  /** Turns that it takes; `hangs` ends only when all others have. */
  readonly turns: number | 'hangs'
  readonly fails: boolean
  readonly pause: number
}

const anyTask: fc.Arbitrary<Given> = fc.record({
  key: fc.nat(7),
  lane: fc.constantFrom('press', 'inline', 'message'),
  turns: fc.oneof({ weight: 20, arbitrary: fc.nat(4) }, fc.constant('hangs' as const)),
  fails: fc.boolean(),
  pause: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(6)),
})

/** So few cases may be tried that nothing hangs in any of them. */
const ONE_THAT_HANGS: Given = { key: 0, lane: 'message', turns: 'hangs', fails: false, pause: 0 }

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const CONCURRENCY = { press: 2, inline: 3, message: 2 } as const
const PLACES = 7
/** So many that hang cannot take up all places of a lane. */
const HARMLESS = 1
const CAPACITY = 30

/** Does all that is given, and notes what begins and ends. */
async function live(given: readonly Given[]) {
  const begun: number[] = []
  const ended: number[] = []
  const running = new Map<number, Given>()
  const errors: unknown[] = []
  let overlaps = 0
  let tooMany = 0
  const released: (() => void)[] = []
  let isOver = false
  const executor = new KeyedExecutor<Lane>({
    lanes: (['press', 'inline', 'message'] as const).map((lane) => ({
      lane,
      concurrency: CONCURRENCY[lane],
      onePerTurn: lane !== 'press',
    })),
    capacity: CAPACITY,
    onError: (error) => void errors.push(error),
  })
  for (const [id, it] of given.entries()) {
    executor.run(`${it.key}`, it.lane, async () => {
      begun.push(id)
      if ([...running.values()].some(({ key }) => key === it.key)) overlaps += 1
      running.set(id, it)
      // Of which lane a place is depends on what else waits for the same key; all places together are these.
      if (running.size > PLACES) tooMany += 1
      if (it.turns === 'hangs') {
        if (!isOver) await new Promise<void>((resolve) => released.push(resolve))
      } else for (let n = 0; n < it.turns; n++) await turn()
      running.delete(id)
      ended.push(id)
      if (it.fails) throw new Error(`task ${id}`)
    })
    for (let n = 0; n < it.pause; n++) await turn()
  }
  for (let n = 0; n < 40 * given.length; n++) await turn()
  const hung = [...running.keys()]
  const endedBefore = new Set(ended)
  isOver = true
  for (const release of released) release()
  await executor.idle()
  await executor.room()
  return { begun, ended, errors, overlaps, tooMany, hung, endedBefore }
}

test('each task runs once, in the order of its key, one at a time; failures and what hangs hold up nobody else', async () => {
  const tried = { ...runs(200), examples: [[[ONE_THAT_HANGS]] as [Given[]]] }
  let hanging = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyTask, { minLength: 1, maxLength: 40 }), async (given) => {
      const { begun, ended, errors, overlaps, tooMany, hung, endedBefore } = await live(given)
      const all = given.map((_, id) => id)
      expect(begun.toSorted((a, b) => a - b)).toEqual(all)
      expect(ended.toSorted((a, b) => a - b)).toEqual(all)
      expect(overlaps).toBe(0)
      expect(tooMany).toBe(0)
      for (const key of new Set(given.map((it) => it.key))) {
        const own = begun.filter((id) => given[id]?.key === key)
        expect(own).toEqual(own.toSorted((a, b) => a - b))
      }
      const failed = ended.filter((id) => given[id]?.fails)
      expect(errors.map((error) => (error as Error).message)).toEqual(failed.map((id) => `task ${id}`))

      // Whoever stands behind nothing that hangs does not wait for it.
      if (hung.length > HARMLESS) return
      hanging += hung.length
      const keysHung = new Set(hung.map((id) => given[id]?.key))
      expect(all.filter((id) => !endedBefore.has(id) && !keysHung.has(given[id]?.key))).toEqual([])
    }),
    tried,
  )
  expect(hanging).toBeGreaterThanOrEqual(tried.numRuns / 20)
})
