import { html } from '../../markup/html.ts'
import type { ChannelTexts } from './texts.ts'

const howToAdd = html`在頻道裡打開「頻道資訊 → 管理員 → 新增管理員」，找到我，保留「發佈訊息」的權限`

/** Texts about channels in Traditional Chinese. */
export const zhHantChannels: ChannelTexts = {
  howTo: html`<b>把每日精選發到頻道</b>\n1. ${howToAdd}。\n2. 把頻道裡的任何一則訊息轉發給我；公開頻道也可以直接傳送 <code>/channel @頻道名</code>。\n之後在這裡選發什麼、幾點發。`,
  yours: '報童在這些頻道發佈：',
  another: html`再加一個：把那個頻道的訊息轉發給我，或傳送 <code>/channel @頻道名</code>`,
  privateOnly: html`頻道請私訊我設定：/channel`,
  badName: html`請寫頻道的 @ 名稱，例如 <code>/channel @chengdu_daily</code>；設定過的頻道也可以寫標題。私人頻道沒有 @ 名稱，請轉發一則它的訊息給我。`,
  thisChannel: '這個頻道',
  named: (title) => `「${title}」`,
  obstacles: {
    notFound: (channel) =>
      html`找不到${channel}。請檢查名稱；私人頻道請先把我加為管理員，再轉發一則它的訊息給我。`,
    notAChannel: (channel) => html`${channel}不是頻道。群組裡請直接傳送 /subscribe。`,
    botMissing: (channel) =>
      html`我不在${channel}裡，發不了。如果是你的頻道：${howToAdd}，再轉發一次。\n如果只是想搜尋這段文字，請複製後傳給我。`,
    botMayNotPost: (channel) =>
      html`我在${channel}裡，但缺少「<b>發佈訊息</b>」的權限。請打開「頻道資訊 → 管理員 → 報童」，開啟「發佈訊息」。`,
    notAdministrator: (channel) =>
      html`你不是${channel}的管理員，所以不能讓我往裡發。請頻道的管理員來設定，或請他把你加為管理員。`,
    mayNotPost: (channel) =>
      html`你是${channel}的管理員，但你自己沒有「<b>發佈訊息</b>」的權限，所以不能讓我往裡發。請頻道的擁有者在「管理員」裡替你開啟。`,
  },
  ready: '頻道接好了，還沒有開始發。',
  posting: '定時發佈中',
  notPosting: '還沒有開始發佈',
  first: (when) => `現在開始，第一份：${when}`,
  alerts: (count) => (count === '0' ? '新報導提醒　沒有' : `新報導提醒　${count} 個`),
  typeHint: (ref) =>
    html`也可以直接傳送：\n<code>/channel ${ref} 7:30 工作日</code>\n<code>/channel ${ref} 提醒 中歐班列</code>`,
  askRemove: html`<b>要移除這個頻道嗎？</b>\n不再往裡發，它的設定和提醒會一起刪掉。已經發出的訊息留在頻道裡。`,
  removed: html`已移除。要完全退出，請在頻道的「管理員」裡移除我。`,
  notSetUp: '這個頻道不是你設定的，或者已經移除',
  tested: '已發到頻道，去看看吧',
  testFailed: '沒有發成，請稍後再試',
  news: {
    gone: (title) =>
      `我被移出了頻道「${title}」，不再往裡發。重新把我加為管理員，就會接著發；不要了，請用 /channel 移除。`,
    silenced: (title) =>
      `我在頻道「${title}」裡沒有「發佈訊息」的權限了，發佈已停。請在「頻道資訊 → 管理員」裡替我開啟，就會接著發。`,
    back: (title) => `又可以往頻道「${title}」裡發了，發佈已恢復。`,
  },
  buttons: {
    start: '開始發佈',
    stop: '停止發佈',
    test: '發一份試試',
    alerts: '看提醒',
    remove: '移除頻道',
    removeNow: '移除',
    checkAgain: '再檢查一次',
  },
}
