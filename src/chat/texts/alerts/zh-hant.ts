import { html } from '../../markup/html.ts'
import type { AlertTexts } from './texts.ts'

/** Texts about alerts in Traditional Chinese. */
export const zhHantAlerts: AlertTexts = {
  usage: html`想關注哪方面的新報導？在 /alert 後面加上關鍵字，例如 <code>/alert 中歐班列 -貨運</code>；寫法和搜尋一樣，請看 /help。`,
  promise: '有新報導會在這裡通知你。',
  isMuted: '已靜音，有新報導也不通知。',
  known: '這裡已經有這個提醒了。',
  changed: '改好了。',
  gone: '這個提醒已不存在',
  full: (most) => `提醒已達上限（${most} 個），請先用 /alerts 刪掉幾個。`,
  none: html`這裡還沒有提醒。傳送 <code>/alert 中歐班列</code> 就能新增，也可以點搜尋結果下方的「🔔 有新的告訴我」。`,
  title: (total) => `提醒（${total} 個）`,
  past: (total) => `已有 ${total} 篇符合的報導，最近一篇：`,
  noPast: '目前還沒有符合的報導。',
  tooCommon: (percent) => `範圍太廣，每 100 篇就有 ${percent} 篇符合。可以多加幾個詞，或用 -詞 排除。`,
  datesLeftOut: '提醒只針對新報導，日期已略過。',
  howToChange: '複製下面這行，修改後傳送：',
  howToExclude: '只想再排除一個詞：',
  anyWord: '詞',
  muted: '已靜音',
  unmuted: '好的，從現在起繼續提醒',
  removed: '已刪除提醒',
  restored: '已恢復',
  news: (total) => `${total} 篇新報導`,
  more: (left) => `還有 ${left} 篇`,
  buttons: {
    make: '🔔 有新的告訴我',
    run: '🔍 現在搜',
    edit: '✏️ 修改',
    mute: '🔕 靜音',
    unmute: '🔔 取消靜音',
    remove: '🗑 刪除',
    undo: '復原刪除',
    all: '所有提醒',
  },
}
