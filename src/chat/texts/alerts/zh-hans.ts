import { html } from '../../markup/html.ts'
import type { AlertTexts } from './texts.ts'

/** Texts about alerts in Simplified Chinese. */
export const zhHansAlerts: AlertTexts = {
  usage: html`想关注哪方面的新报道？在 /alert 后面写上关键词，例如 <code>/alert 中欧班列 -货运</code>；写法和搜索一样，见 /help。`,
  promise: '有新报道会在这里通知你。',
  isMuted: '已静音，有新报道也不通知。',
  known: '这里已经有这个提醒了。',
  changed: '改好了。',
  gone: '这个提醒已不存在',
  full: (most) => `提醒已达上限（${most} 个），请先用 /alerts 删掉几个。`,
  none: html`这里还没有提醒。发送 <code>/alert 中欧班列</code> 即可添加，也可以点搜索结果下面的“🔔 有新的告诉我”。`,
  title: (total) => `提醒（${total} 个）`,
  past: (total) => `已有 ${total} 篇符合的报道，最近一篇：`,
  noPast: '目前还没有符合的报道。',
  tooCommon: (percent) => `范围太宽，每 100 篇就有 ${percent} 篇符合。可以多加几个词，或用 -词 排除。`,
  datesLeftOut: '提醒只针对新报道，日期已忽略。',
  howToChange: '复制下面这行，修改后发送：',
  howToExclude: '只想再排除一个词：',
  anyWord: '词',
  muted: '已静音',
  unmuted: '好的，从现在起继续提醒',
  removed: '已删除提醒',
  restored: '已恢复',
  news: (total) => `${total} 篇新报道`,
  more: (left) => `还有 ${left} 篇`,
  buttons: {
    make: '🔔 有新的告诉我',
    run: '🔍 现在搜',
    edit: '✏️ 修改',
    mute: '🔕 静音',
    unmute: '🔔 取消静音',
    remove: '🗑 删除',
    undo: '撤销删除',
    all: '所有提醒',
  },
}
