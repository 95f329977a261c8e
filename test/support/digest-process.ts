// Sends all digests that are due, where a line on standard output stands for the call to Telegram:
// `digest-process.ts DATA`.
import { writeSync } from 'node:fs'
import { joinPieces } from '../../src/intake/index.ts'
import { openStore } from '../../src/store/index.ts'

const [folder = ''] = process.argv.slice(2)
const { digests, close } = await openStore({ folder, join: joinPieces, now: () => 0 })
await digests.recover()
for (const due of await digests.due(1, 1000)) {
  const digest = await digests.begin(due)
  if (!digest) continue
  writeSync(1, `${digest.chatId}\n`)
  await digests.finish(digest, { messageId: digest.chatId, articleIds: [`${digest.chatId}`] })
}
await close()
