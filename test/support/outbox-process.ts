// Sends all messages that are due, where a line on standard output stands for the call to Telegram:
// `outbox-process.ts DATA`.
import { writeSync } from 'node:fs'
import { joinPieces } from '../../src/intake/index.ts'
import { openStore } from '../../src/store/index.ts'

const [folder = ''] = process.argv.slice(2)
const { outbox, close } = await openStore({ folder, join: joinPieces, now: () => 0 })
await outbox.recover()
for (const { id } of await outbox.due(1, 1000)) {
  const message = await outbox.claim(id)
  if (!message) continue
  const { chatId } = message
  writeSync(1, `${chatId}\n`)
  await outbox.complete(id, { messageId: chatId, shown: { articleIds: [`${chatId}`] } })
}
await close()
