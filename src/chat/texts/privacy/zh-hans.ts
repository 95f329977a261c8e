import { html } from '../../markup/html.ts'
import type { PrivacyTexts } from './texts.ts'

/** Texts about people's data in Simplified Chinese. */
export const zhHansPrivacy: PrivacyTexts = {
  aboutPerson: (goneDays) => html`<b>报童记下了你的什么</b>

• 聊天编号、界面语言、订阅和提醒：保存到你删除为止
• 收藏的报道：保存到你取消收藏
• 你设置的频道：名称、发布设置和提醒，保存到你移除频道为止
• 你报告过有误的报道：保存到你用 /forget 删除
• 你的搜索和打开的列表（翻页要用）：保存一年，最多 2000 个
• 给你送过哪些报道（免得重复）：保存到你删除为止
• 送给你的消息的发送记录：提醒两天，每日精选保存到你删除为止
• 运行日志：写有聊天编号，不写你说的话，由运营者保管和清理

不保存你的姓名、用户名、电话和头像。数据只在运营者的服务器上，不交给别人。${goneDays === undefined ? '' : `你停用报童满 ${goneDays} 天，这些会自动删除。`}

/export 取走一份　/forget 全部删除`,
  aboutGroup: (goneDays) => html`<b>报童记下了这个群的什么</b>

• 群编号、界面语言、订阅和提醒：保存到管理员删除为止
• 群里的搜索和打开的列表，以及是谁搜的（翻页要用）：保存一年，最多 2000 个
• 给群里送过哪些报道（免得重复）：保存到管理员删除为止
• 运行日志：写有群编号，由运营者保管和清理

群里没对报童说的话，报童不记。${goneDays === undefined ? '' : `报童离开群满 ${goneDays} 天，这些会自动删除。`}

管理员可以用 /export 取走一份，用 /forget 全部删除。想知道你自己的，请私聊我 /privacy。`,
  exported: '报童为你保存的全部数据：设置、订阅、提醒、收藏、搜索。',
  exportedGroup: '报童为这个群保存的全部数据：设置、订阅、提醒、搜索。',
  exportedBookmarks: '你的收藏，Markdown 格式，用记事本也能看。',
  part: (which) => `第 ${which} 份`,
  bookmarksTitle: '报童收藏',
  bookmarkGone: '已不在库中',
  fileNames: { data: '报童数据', bookmarks: '报童收藏' },
  askPerson: html`<b>要全部删除吗？</b>\n会删掉你的设置、订阅、提醒、收藏、搜索和发送记录，也包括你在群里的搜索；你设置的频道会停止发布，而且<b>无法恢复</b>。群里的提醒会保留，但不再记着是你设的。\n想先留一份，请用 /export。`,
  askGroup: html`<b>要删除这个群的全部数据吗？</b>\n会删掉群的设置、订阅、提醒、搜索和发送记录，而且<b>无法恢复</b>。群员自己的收藏不受影响。\n想先留一份，请用 /export。`,
  forgotten: html`已全部删除。以后再来，就当初次见面。`,
  groupForgotten: html`这个群的数据已全部删除。`,
  kept: '什么都没有删',
  groupAdminsOnly: html`这个群的数据只有管理员可以导出或删除。你自己的数据，请私聊我 /export 或 /forget。`,
  buttons: { forget: '全部删除', keep: '不删了' },
}
