import { html } from '../../markup/html.ts'
import type { OperatorTexts } from './texts.ts'

/** Texts for operators in English. */
export const enOperators: OperatorTexts = {
  status: (it) => html`<b>Status</b>
Archive: ${it.articles} articles on ${it.pages} pages, ${it.indexed} in the index
Outbox: ${it.due} due, ${it.sending} being sent, the oldest ${it.lateMinutes} min late
Files: ${it.unreadable} unreadable, ${it.missing} missing
Memory: ${it.megabytes} MB, up for ${it.upHours} h`,
  longWait: (since, until) =>
    `⚠️ Telegram blocked all sending from ${since} to ${until}. Waiting messages are being sent now.`,
  longChatWait: (chat, until) =>
    `⚠️ Telegram blocks sending to chat ${chat} until ${until}. Messages will be sent after that.`,
  missingFiles: (count, known, until) =>
    `⚠️ ${count} of ${known} known files are missing in the corpus folder (CORPUS_DIR). Their articles are kept until ${until} and then removed. Check that the drive is mounted. If the files were deleted, run paperboy index --prune to remove the articles now.`,
  noUpdates: (since, reason) =>
    `⚠️ Paperboy has received no updates from Telegram since ${since}, so readers get no replies. It keeps trying. Reason: ${reason}`,
  updatesAgain: (since, until) =>
    `✅ Paperboy receives updates from Telegram again (interrupted from ${since} to ${until}). Waiting messages are being handled.`,
  alarms: {
    disk: (_since, free) =>
      `⚠️ The disk of the data folder (DATA_DIR) is nearly full: ${free} left. If nothing can be written, digests and alerts stop. Please make room.`,
    database: (since, reason) =>
      `⚠️ The database has been out of reach since ${since}: readers get no answers, and no digests or alerts are sent. Paperboy keeps trying. Reason: ${reason}`,
    blocked: (_since, share) =>
      `⚠️ Many chats blocked or removed Paperboy within an hour (blocked/all: ${share}). Something that was sent may be wrong: look at the log and at a digest.`,
    digests: (_since, minutes) =>
      `⚠️ Digests are late, the oldest by ${minutes} minutes. See /status, the network and the log.`,
    index: (since, reason) =>
      `⚠️ The index on the search server cannot be updated since ${since}: new articles are not found, and perhaps no others either. Once that is mended, Paperboy catches up by itself. What it is, and what to do: ${reason}`,
    reader: (_since, share) =>
      `ℹ️ The page reader has another version, and the files are being read again (to do/all: ${share}). Until then articles are cut as before. There is nothing to do.`,
  },
  alarmsOver: {
    disk: (since) => `✅ There is room on the disk again (short since ${since}).`,
    database: (since, until) =>
      `✅ The database is back (out of reach from ${since} to ${until}). Waiting messages are being sent.`,
    blocked: (since) => `✅ No more chats than usual block Paperboy now (many since ${since}).`,
    digests: (since, until) => `✅ Digests are on time again (late from ${since} to ${until}).`,
    corpus: (since, until) =>
      `✅ The corpus files are there again, or their removal is settled (${since} to ${until}).`,
    index: (since, until) =>
      `✅ The index on the search server can be updated again (interrupted from ${since} to ${until}). New articles have been added.`,
    reader: (_since, until) => `✅ All files have been read again (${until}).`,
  },
  noSearch: (since, reason) =>
    `⚠️ The search server has not answered since ${since}, so readers cannot search; everything else works. Paperboy keeps trying. Check SEARCH_URL and the server; paperboy doctor tells more. Reason: ${reason}`,
  searchAgain: (since, until) =>
    `✅ The search server answers again (interrupted from ${since} to ${until}).`,
}
