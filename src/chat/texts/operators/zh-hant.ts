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
  alarms: {
    disk: (_since, free) =>
      `⚠️ 資料資料夾（DATA_DIR）所在的磁碟快滿了，只剩 ${free}。寫不進去時，精選和提醒會停發。請騰出空間。`,
    database: (since, reason) =>
      `⚠️ 從 ${since} 起連不上資料庫，讀者得不到回答，精選和提醒也發不出去。報童會一直重試。原因：${reason}`,
    blocked: (_since, share) =>
      `⚠️ 一小時內有很多聊天停用或移出了報童（停用/全部：${share}）。最近發出去的東西可能有問題，請看看日誌和精選。`,
    digests: (_since, minutes) =>
      `⚠️ 每日精選發晚了，最久的已晚 ${minutes} 分鐘。請用 /status 看待發數量，並檢查網路和日誌。`,
    index: (since, reason) =>
      `⚠️ 從 ${since} 起，搜尋伺服器上的索引無法更新：新報導搜不到，舊報導也可能搜不到。處理好以後，報童會自己補上。原因和辦法：${reason}`,
    reader: (_since, share) =>
      `ℹ️ 讀版程式換了版本，正在重讀版面檔案（待讀/全部：${share}）。讀完之前，搜到的是舊的切分；不用做什麼。`,
  },
  alarmsOver: {
    disk: (since) => `✅ 磁碟空間又夠了（${since} 起告急）。`,
    database: (since, until) => `✅ 資料庫恢復了（中斷：${since} 至 ${until}），積下的訊息已開始補發。`,
    blocked: (since) => `✅ 停用報童的聊天不再增多（${since} 起告急）。`,
    digests: (since, until) => `✅ 每日精選又準時了（晚點：${since} 至 ${until}）。`,
    corpus: (since, until) => `✅ 版面檔案又齊了，或已按刪除處理（${since} 至 ${until}）。`,
    index: (since, until) =>
      `✅ 搜尋伺服器上的索引又能更新了（中斷：${since} 至 ${until}），新報導已經補上。`,
    reader: (_since, until) => `✅ 版面檔案已全部重讀（${until}）。`,
  },
  noSearch: (since, reason) =>
    `⚠️ 搜尋伺服器從 ${since} 起沒有回應，讀者暫時無法搜尋，其他功能正常。報童會一直重試。請檢查 SEARCH_URL 和伺服器，執行 paperboy doctor 可以看到詳情。原因：${reason}`,
  searchAgain: (since, until) => `✅ 搜尋伺服器恢復回應（中斷：${since} 至 ${until}）。`,
}
