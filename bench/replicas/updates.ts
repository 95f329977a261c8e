import { tortureReplicas } from '../../test/support/torture/replicas.ts'
import type { Measure } from './measure.ts'

const REPLICAS = 5

/** So many updates, each brought three times to random replicas, one after another within a chat. */
export const updates: Measure = async ({ server, seed, size, tell }) => {
  const report = await tortureReplicas(server, {
    replicas: REPLICAS,
    updates: size,
    kills: 0,
    freezes: 0,
    restarts: 0,
    seed,
    tell,
  })
  const { effects, extra, outOfOrder, mostInASecond, seconds, alone } = report
  return [
    {
      figure: `${REPLICAS} replicas, ${size.toLocaleString('en')} updates, each delivered three times to random ones, in ${seconds} s: effects / too many / out of the order of their chat`,
      goal: `${size.toLocaleString('en')} / 0 / 0`,
      measured: `${effects.toLocaleString('en')} / ${extra} / ${outOfOrder}`,
      isMet: effects === size && extra === 0 && outOfOrder === 0,
    },
    {
      figure: `the same: calls of all ${REPLICAS} in the fullest second`,
      goal: '≤ 30',
      measured: `${mostInASecond}; ${alone} calls for which the database could not be asked`,
      isMet: mostInASecond <= 30,
    },
  ]
}
