import { html } from '../../markup/html.ts'
import type { OperatorTexts } from './texts.ts'

/** Texts for operators in Simplified Chinese. */
export const zhHansOperators: OperatorTexts = {
  status: (it) => html`<b>运行状态</b>
报道：${it.articles} 篇，${it.pages} 个版面，索引里有 ${it.indexed} 篇
待发：${it.due} 条，正在发 ${it.sending} 条，最久的晚了 ${it.lateMinutes} 分钟
文件：${it.unreadable} 个读不了，${it.missing} 个不见了
内存：${it.megabytes} MB，已运行 ${it.upHours} 小时`,
  longWait: (since, until) => `⚠️ Telegram 从 ${since} 到 ${until} 限制了消息发送，积压的消息现在补发。`,
  longChatWait: (chat, until) => `⚠️ Telegram 限制向聊天 ${chat} 发送消息，${until} 解除后补发。`,
  missingFiles: (count, known, until) =>
    `⚠️ 版面文件夹（CORPUS_DIR）原有 ${known} 个文件，现在少了 ${count} 个。相关报道保留到 ${until}，之后移除。请检查磁盘是否已挂载；如果确已删除，可运行 paperboy index --prune 立即移除。`,
  noUpdates: (since, reason) =>
    `⚠️ 报童从 ${since} 起收不到 Telegram 的更新，读者的消息暂时没有回复。报童会一直重试。原因：${reason}`,
  updatesAgain: (since, until) =>
    `✅ 报童又能收到 Telegram 的更新了（中断：${since} 至 ${until}），积下的消息已开始处理。`,
  alarms: {
    disk: (_since, free) =>
      `⚠️ 数据文件夹（DATA_DIR）所在的磁盘快满了，只剩 ${free}。写不进去时，精选和提醒会停发。请腾出空间。`,
    database: (since, reason) =>
      `⚠️ 从 ${since} 起连不上数据库，读者得不到回答，精选和提醒也发不出去。报童会一直重试。原因：${reason}`,
    blocked: (_since, share) =>
      `⚠️ 一小时内有很多聊天停用或移出了报童（停用/全部：${share}）。最近发出去的东西可能有问题，请看看日志和精选。`,
    digests: (_since, minutes) =>
      `⚠️ 每日精选发晚了，最久的已晚 ${minutes} 分钟。请用 /status 看待发数量，并检查网络和日志。`,
    index: (since, reason) =>
      `⚠️ 从 ${since} 起，搜索服务器上的索引无法更新：新报道搜不到，旧报道也可能搜不到。处理好以后，报童会自己补上。原因和办法：${reason}`,
    reader: (_since, share) =>
      `ℹ️ 读版程序换了版本，正在重读版面文件（待读/全部：${share}）。读完之前，搜到的是旧的切分；不用做什么。`,
  },
  alarmsOver: {
    disk: (since) => `✅ 磁盘空间又够了（${since} 起告急）。`,
    database: (since, until) => `✅ 数据库恢复了（中断：${since} 至 ${until}），积下的消息已开始补发。`,
    blocked: (since) => `✅ 停用报童的聊天不再增多（${since} 起告急）。`,
    digests: (since, until) => `✅ 每日精选又准时了（晚点：${since} 至 ${until}）。`,
    corpus: (since, until) => `✅ 版面文件又齐了，或已按删除处理（${since} 至 ${until}）。`,
    index: (since, until) =>
      `✅ 搜索服务器上的索引又能更新了（中断：${since} 至 ${until}），新报道已经补上。`,
    reader: (_since, until) => `✅ 版面文件已全部重读（${until}）。`,
  },
  noSearch: (since, reason) =>
    `⚠️ 搜索服务器从 ${since} 起没有响应，读者暂时无法搜索，其他功能正常。报童会一直重试。请检查 SEARCH_URL 和服务器，运行 paperboy doctor 可以看到详情。原因：${reason}`,
  searchAgain: (since, until) => `✅ 搜索服务器恢复响应（中断：${since} 至 ${until}）。`,
}
