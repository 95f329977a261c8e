import { Markup, type Telegraf } from 'telegraf'
import type { Playground } from '../../src/playground/index.ts'
import { createTestBot } from './test-bot.ts'

const QUOTE = Array.from(
  { length: 6 },
  (_, n) => `第 ${n + 1} 句：江水涨了又落，报纸印了又印，读者还在等下一期。`,
)

/** A small bot that uses all of Telegram that a newspaper could want; what it says is made up. */
export function createNewspaperBot(playground: Pick<Playground, 'apiRoot' | 'token'>): Telegraf {
  const bot = createTestBot(playground)
  addCommands(bot)
  addButtons(bot)
  addInlineMode(bot)
  bot.catch(() => {})
  return bot
}

/** What the bot tells Telegram once, at its start. */
export async function introduce(bot: Telegraf): Promise<void> {
  const commands = [
    { command: 'search', description: '搜索旧报' },
    { command: 'headlines', description: '今日要目' },
    { command: 'help', description: '怎么用' },
  ]
  await bot.telegram.setMyCommands(commands)
  await bot.telegram.setMyCommands(
    commands.map(({ command }) => ({ command, description: `The ${command} command` })),
    { language_code: 'en' },
  )
  await bot.telegram.setMyDescription('发给我几个字，我把旧报上的文章找给您。')
}

function addCommands(bot: Telegraf): void {
  bot.start((ctx) =>
    ctx.replyWithHTML(
      ctx.payload === ''
        ? '<b>您好，我是报童。</b>\n发给我几个字，我去旧报里找。\n\n试试：\n• <code>长江 水位</code>\n• /headlines\n• <a href="https://t.me/paperboy_bot?start=a_riverriver">打开一篇文章</a>'
        : `<b>链接带来的文章</b>\n编号：<code>${ctx.payload}</code>`,
    ),
  )
  bot.command('headlines', (ctx) => ctx.replyWithHTML(page(1), Markup.inlineKeyboard(rows(1))))
  bot.command('broken', (ctx) => ctx.replyWithHTML('<b>没有收尾'))
  bot.command('file', (ctx) =>
    ctx.replyWithDocument({ source: Buffer.from('原版面'), filename: '原版面.txt' }),
  )
  bot.on('text', async (ctx) => {
    if (ctx.message.via_bot) return
    await ctx.sendChatAction('typing')
    await ctx.replyWithHTML(
      `找到 <b>1</b> 篇：<u>${ctx.message.text.replace(/[<>&]/g, '')}</u>\n<blockquote expandable>${QUOTE.join('\n')}</blockquote>\n成都日报 · 2024-06-08 · <tg-spoiler>第 3 版</tg-spoiler> #水文`,
      Markup.inlineKeyboard([
        [
          Markup.button.callback('1', 'open:1'),
          Markup.button.callback('提示', 'toast'),
          Markup.button.callback('说明', 'alert'),
        ],
        [
          Markup.button.switchToChat('分享到群', '长江'),
          Markup.button.url('来源', 'https://example.com/source'),
        ],
      ]),
    )
  })
}

const page = (n: number) =>
  `<b>今日要目</b> ${n}/3\n\n${['水文站发布汛情', '新桥合龙', '图书馆延长开放'].map((it, i) => `${i + 1}. ${it}（${n}）`).join('\n')}`
const rows = (n: number) => [
  [
    Markup.button.callback('‹ 上一页', `page:${n - 1}`, n === 1),
    Markup.button.callback('下一页 ›', `page:${n + 1}`, n === 3),
  ],
]

function addButtons(bot: Telegraf): void {
  bot.action(/^page:(\d)$/, async (ctx) => {
    const n = Number(ctx.match[1])
    await ctx.editMessageText(page(n), {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: rows(n) },
    })
    await ctx.answerCbQuery()
  })
  bot.action('open:1', async (ctx) => {
    await ctx.answerCbQuery()
    await ctx.replyWithHTML(
      '<b>水文站发布汛情</b>\n<i>本报记者 周启明</i>\n\n“<s>三米</s>四米二。”老张说。\n<pre><code class="language-text">06:00  4.20 m\n12:00  4.35 m</code></pre>',
    )
  })
  bot.action('toast', (ctx) => ctx.answerCbQuery('已收藏'))
  bot.action('alert', (ctx) => ctx.answerCbQuery('这是一条要看完的说明。', { show_alert: true }))
  bot.action('full', async (ctx) => {
    await ctx.editMessageText('全文：水位四米二。')
    await ctx.answerCbQuery()
  })
}

function addInlineMode(bot: Telegraf): void {
  bot.on('inline_query', (ctx) => {
    const { query, offset } = ctx.inlineQuery
    const first = Number(offset || '1')
    const results = Array.from({ length: 5 }, (_, n) => ({
      type: 'article' as const,
      id: `${first + n}`,
      title: `${query || '要闻'} 之 ${first + n}`,
      description: '成都日报 · 2024-06-08 · 第 3 版：水文站发布汛情，沿江各县加强巡查。',
      input_message_content: {
        message_text: `<b>${query || '要闻'} 之 ${first + n}</b>\n成都日报 · 2024-06-08`,
        parse_mode: 'HTML' as const,
      },
      reply_markup: { inline_keyboard: [[Markup.button.callback('全文', 'full')]] },
    }))
    return ctx.answerInlineQuery(results, { next_offset: first < 20 ? `${first + 5}` : '', cache_time: 60 })
  })
}
