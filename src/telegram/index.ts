/** Update → request, reply → message. The only part that knows Telegraf. */
export { type Bot, type BotOptions, createBot } from './bot.ts'
