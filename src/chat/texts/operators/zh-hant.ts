import { html } from '../../markup/html.ts'
import type { OperatorTexts } from './texts.ts'

/** Texts for operators in Traditional Chinese. */
export const zhHantOperators: OperatorTexts = {
  status: (it) => html`<b>執行狀態</b>
報導：${it.articles} 篇，${it.pages} 個版面，索引裡有 ${it.indexed} 篇
待傳：${it.due} 則，正在傳 ${it.sending} 則，最久的晚了 ${it.lateMinutes} 分鐘
檔案：${it.unreadable} 個讀不了，${it.missing} 個不見了
記憶體：${it.megabytes} MB，已執行 ${it.upHours} 小時`,
  longWait: (since, until) => `⚠️ Telegram 從 ${since} 到 ${until} 限制了訊息傳送，累積的訊息現在補送。`,
  longChatWait: (chat, until) => `⚠️ Telegram 限制傳送訊息到聊天室 ${chat}，${until} 解除後補送。`,
  missingFiles: (count, known, until) =>
    `⚠️ 版面資料夾（CORPUS_DIR）原有 ${known} 個檔案，現在少了 ${count} 個。相關報導保留到 ${until}，之後移除。請檢查磁碟是否已掛載；如果確已刪除，可執行 paperboy index --prune 立即移除。`,
  noUpdates: (since, reason) =>
    `⚠️ 報童從 ${since} 起收不到 Telegram 的更新，讀者的訊息暫時沒有回覆。報童會一直重試。原因：${reason}`,
  updatesAgain: (since, until) =>
    `✅ 報童又能收到 Telegram 的更新了（中斷：${since} 至 ${until}），積下的訊息已開始處理。`,
  noSearch: (since, reason) =>
    `⚠️ 搜尋伺服器從 ${since} 起沒有回應，讀者暫時無法搜尋，其他功能正常。報童會一直重試。請檢查 SEARCH_URL 和伺服器，執行 paperboy doctor 可以看到詳情。原因：${reason}`,
  searchAgain: (since, until) => `✅ 搜尋伺服器恢復回應（中斷：${since} 至 ${until}）。`,
}
