// `npm run torture:digests [-- ROUNDS [SEED]]`: a bot process that is sending digests is killed ROUNDS times (1,000
// unless told), 50 times over each database. Exit code 1 where a digest was lost, or came more often than the ledger knows.
import { cpus } from 'node:os'
import { type KilledDigests, killDuringDigests } from '../test/support/torture/digests.ts'

const LOT = 50
const rounds = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? 6)

const sum = (a: KilledDigests, b: KilledDigests): KilledDigests => ({
  digests: a.digests + b.digests,
  kills: a.kills + b.kills,
  lost: a.lost + b.lost,
  extra: a.extra + b.extra,
  marked: a.marked + b.marked,
  unmarked: a.unmarked + b.unmarked,
})

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, seeds from ${seed}`)
let total: KilledDigests = { digests: 0, kills: 0, lost: 0, extra: 0, marked: 0, unmarked: 0 }
for (let done = 0; done < rounds; done += LOT) {
  total = sum(total, await killDuringDigests(Math.min(LOT, rounds - done), seed + done / LOT))
  const { digests, kills, lost, extra, marked, unmarked } = total
  console.log(
    `${kills} kills, ${digests} digests: lost ${lost}, extra ${extra}, marked ${marked}, not marked ${unmarked}`,
  )
}
const { lost, extra, marked, unmarked, kills } = total
process.exitCode = lost === 0 && unmarked === 0 && extra <= marked && marked <= kills ? 0 : 1
