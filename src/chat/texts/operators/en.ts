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
  noSearch: (since, reason) =>
    `⚠️ The search server has not answered since ${since}, so readers cannot search; everything else works. Paperboy keeps trying. Check SEARCH_URL and the server; paperboy doctor tells more. Reason: ${reason}`,
  searchAgain: (since, until) =>
    `✅ The search server answers again (interrupted from ${since} to ${until}).`,
}
