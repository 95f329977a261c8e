import { html } from '../../markup/html.ts'
import type { PrivacyTexts } from './texts.ts'

/** Texts about people's data in Traditional Chinese, as it is written in Taiwan. */
export const zhHantPrivacy: PrivacyTexts = {
  aboutPerson: (goneDays) => html`<b>報童記下了你的什麼</b>

• 聊天編號、介面語言、訂閱和提醒：保存到你刪除為止
• 收藏的報導：保存到你取消收藏
• 你設定的頻道：名稱、發佈設定和提醒，保存到你移除頻道為止
• 你回報過有誤的報導：保存到你用 /forget 刪除
• 你的搜尋和開啟的清單（翻頁要用）：保存一年，最多 2000 個
• 給你送過哪些報導（免得重複）：保存到你刪除為止
• 傳給你的訊息的傳送紀錄：提醒兩天，每日精選保存到你刪除為止
• 系統記錄檔：寫有聊天編號，不寫你說的話，由營運者保管和清理

不保存你的姓名、使用者名稱、電話和大頭貼。資料只在營運者的伺服器上，不交給別人。${goneDays === undefined ? '' : `你停用報童滿 ${goneDays} 天，這些會自動刪除。`}

/export 取走一份　/forget 全部刪除`,
  aboutGroup: (goneDays) => html`<b>報童記下了這個群組的什麼</b>

• 群組編號、介面語言、訂閱和提醒：保存到管理員刪除為止
• 群組裡的搜尋和開啟的清單，以及是誰搜尋的（翻頁要用）：保存一年，最多 2000 個
• 給群組送過哪些報導（免得重複）：保存到管理員刪除為止
• 系統記錄檔：寫有群組編號，由營運者保管和清理

群組裡沒對報童說的話，報童不記。${goneDays === undefined ? '' : `報童離開群組滿 ${goneDays} 天，這些會自動刪除。`}

管理員可以用 /export 取走一份，用 /forget 全部刪除。想知道你自己的，請私訊我 /privacy。`,
  exported: '報童為你保存的全部資料：設定、訂閱、提醒、收藏、搜尋。',
  exportedGroup: '報童為這個群組保存的全部資料：設定、訂閱、提醒、搜尋。',
  exportedBookmarks: '你的收藏，Markdown 格式，用記事本也能看。',
  part: (which) => `第 ${which} 份`,
  bookmarksTitle: '報童收藏',
  bookmarkGone: '已不在庫中',
  fileNames: { data: '報童資料', bookmarks: '報童收藏' },
  askPerson: html`<b>要全部刪除嗎？</b>\n會刪掉你的設定、訂閱、提醒、收藏、搜尋和傳送紀錄，也包括你在群組裡的搜尋；你設定的頻道會停止發佈，而且<b>無法復原</b>。群組裡的提醒會保留，但不再記著是你設的。\n想先留一份，請用 /export。`,
  askGroup: html`<b>要刪除這個群組的全部資料嗎？</b>\n會刪掉群組的設定、訂閱、提醒、搜尋和傳送紀錄，而且<b>無法復原</b>。成員自己的收藏不受影響。\n想先留一份，請用 /export。`,
  forgotten: html`已全部刪除。以後再來，就當初次見面。`,
  groupForgotten: html`這個群組的資料已全部刪除。`,
  kept: '什麼都沒有刪',
  groupAdminsOnly: html`這個群組的資料只有管理員可以匯出或刪除。你自己的資料，請私訊我 /export 或 /forget。`,
  buttons: { forget: '全部刪除', keep: '不刪了' },
}
