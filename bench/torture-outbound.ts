// `npm run torture:outbound [-- ROUNDS [SEED]]`: a bot process that is sending digests, alerts and notices is killed ROUNDS times (1,000
// unless told), 50 times over each database. Exit code 1 if a message was lost, or came more often than the outbox knows.
import { cpus } from 'node:os'
import { type KilledOutbound, killOutbound } from '../test/support/torture/outbound.ts'

const LOT = 50
const rounds = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? 6)

const sum = (a: KilledOutbound, b: KilledOutbound): KilledOutbound => ({
  messages: a.messages + b.messages,
  kills: a.kills + b.kills,
  inFlight: a.inFlight + b.inFlight,
  lost: a.lost + b.lost,
  extra: a.extra + b.extra,
  marked: a.marked + b.marked,
  unmarked: a.unmarked + b.unmarked,
})

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, seeds from ${seed}`)
let total: KilledOutbound = { messages: 0, kills: 0, inFlight: 0, lost: 0, extra: 0, marked: 0, unmarked: 0 }
for (let done = 0; done < rounds; done += LOT) {
  total = sum(total, await killOutbound(Math.min(LOT, rounds - done), seed + done / LOT))
  const { messages, kills, inFlight, lost, extra, marked, unmarked } = total
  console.log(
    `${kills} kills, ${messages} messages, ${inFlight} in flight: lost ${lost}, extra ${extra}, marked ${marked}, not marked ${unmarked}`,
  )
}
const { lost, extra, marked, unmarked, inFlight } = total
process.exitCode = lost === 0 && unmarked === 0 && extra <= marked && marked <= inFlight ? 0 : 1
