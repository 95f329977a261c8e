/** Update → request, call → Telegram. The only part that knows Telegraf. */
export { createApi } from './api.ts'
export { type ApiOptions, createApiClient } from './api-client.ts'
export { askUsername } from './ask-username.ts'
export { type Bot, type BotOptions, createBot, type WebhookSettings } from './bot.ts'
export { createMemorySeenUpdates, type SeenUpdates } from './seen-updates.ts'
