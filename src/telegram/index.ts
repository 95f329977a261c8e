/** Update → request, reply → message. The only part that knows Telegraf. */
export { askUsername } from './ask-username.ts'
export { type Bot, type BotOptions, createBot } from './bot.ts'
