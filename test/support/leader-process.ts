// Stands by until it leads, then claims all that is due, one message after another, and says so:
// `leader-process.ts URL NAME`. It goes on until it is killed, or another one leads.
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinPieces } from '../../src/intake/index.ts'
import { openStore } from '../../src/store/index.ts'

const [url = '', name = ''] = process.argv.slice(2)
const { lead, outbox } = await openStore({
  postgres: { url, poolSize: 3 },
  join: joinPieces,
  now: () => Date.now(),
})
const say = (text: string) => writeSync(1, `${text} ${name}\n`)
say('open')
const leadership = await lead?.(new AbortController().signal)
say('leading')
void leadership?.lost.then(() => {
  say('lost')
  process.exit(1)
})
// As the worker does it: connections may be cut as it begins.
const recovered = () =>
  outbox.recover().then(
    () => true,
    () => false,
  )
while (!(await recovered())) await sleep(50)
for (;;) {
  const [message] = await outbox.due(Date.now(), 1).catch(() => [])
  const claiming = message && outbox.claim(message.id)
  // The answer to a claim may be lost, and the claim be made: what nobody sends then becomes due again.
  const claimed = await claiming?.catch(() =>
    outbox.recover().then(
      () => undefined,
      () => undefined,
    ),
  )
  if (claimed) say(`claimed ${claimed.id}`)
  await sleep(2)
  if (claimed) await complete(claimed.id)
}

/** Until it is recorded, as the worker does it. */
async function complete(id: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      return await outbox.complete(id, {})
    } catch {
      await sleep(50)
    }
  }
}
