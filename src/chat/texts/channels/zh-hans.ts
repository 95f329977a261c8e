import { html } from '../../markup/html.ts'
import type { ChannelTexts } from './texts.ts'

const howToAdd = html`在频道里打开“频道信息 → 管理员 → 添加管理员”，找到我，保留“发布消息”的权限`

/** Texts about channels in Simplified Chinese. */
export const zhHansChannels: ChannelTexts = {
  howTo: html`<b>把每日精选发到频道</b>\n1. ${howToAdd}。\n2. 把频道里的任意一条消息转发给我；公开频道也可以直接发送 <code>/channel @频道名</code>。\n之后在这里选发什么、几点发。`,
  yours: '报童在这些频道发布：',
  another: html`再加一个：把那个频道的消息转发给我，或发送 <code>/channel @频道名</code>`,
  privateOnly: html`频道请私聊我设置：/channel`,
  badName: html`请写频道的 @ 名，例如 <code>/channel @chengdu_daily</code>；设置过的频道也可以写标题。私密频道没有 @ 名，请转发一条它的消息给我。`,
  thisChannel: '这个频道',
  named: (title) => `“${title}”`,
  obstacles: {
    notFound: (channel) =>
      html`找不到${channel}。请检查名字；私密频道请先把我加为管理员，再转发一条它的消息给我。`,
    notAChannel: (channel) => html`${channel}不是频道。群里请直接发送 /subscribe。`,
    botMissing: (channel) =>
      html`我不在${channel}里，发不了。如果是你的频道：${howToAdd}，再转发一次。\n如果只是想搜这段文字，请复制后发给我。`,
    botMayNotPost: (channel) =>
      html`我在${channel}里，但缺少“<b>发布消息</b>”的权限。请打开“频道信息 → 管理员 → 报童”，打开“发布消息”。`,
    notAdministrator: (channel) =>
      html`你不是${channel}的管理员，所以不能让我往里发。请频道的管理员来设置，或请他把你加为管理员。`,
    mayNotPost: (channel) =>
      html`你是${channel}的管理员，但你自己没有“<b>发布消息</b>”的权限，所以不能让我往里发。请频道的所有者在“管理员”里给你打开。`,
  },
  ready: '频道接好了，还没有开始发。',
  posting: '定时发布中',
  notPosting: '还没有开始发布',
  first: (when) => `现在开始，第一份：${when}`,
  alerts: (count) => (count === '0' ? '新报道提醒　没有' : `新报道提醒　${count} 个`),
  typeHint: (ref) =>
    html`也可以直接发送：\n<code>/channel ${ref} 7:30 工作日</code>\n<code>/channel ${ref} 提醒 中欧班列</code>`,
  askRemove: html`<b>要移除这个频道吗？</b>\n不再往里发，它的设置和提醒会一起删掉。已经发出的消息留在频道里。`,
  removed: html`已移除。要完全退出，请在频道的“管理员”里去掉我。`,
  notSetUp: '这个频道不是你设置的，或者已经移除',
  tested: '已发到频道，去看看吧',
  testFailed: '没有发成，请稍后再试',
  news: {
    gone: (title) =>
      `我被移出了频道“${title}”，不再往里发。重新把我加为管理员，就会接着发；不要了，请用 /channel 移除。`,
    silenced: (title) =>
      `我在频道“${title}”里没有“发布消息”的权限了，发布已停。请在“频道信息 → 管理员”里给我打开，就会接着发。`,
    back: (title) => `又可以往频道“${title}”里发了，发布已恢复。`,
  },
  buttons: {
    start: '开始发布',
    stop: '停止发布',
    test: '发一份试试',
    alerts: '看提醒',
    remove: '移除频道',
    removeNow: '移除',
    checkAgain: '再检查一次',
  },
}
