/** Update → request, call → Telegram. The only part that knows Telegraf. */
export { createApi } from './api.ts'
export { type ApiOptions, createApiClient } from './api-client.ts'
export { askProfile, type BotProfile } from './ask-profile.ts'
export { type Bot, type BotOptions, createBot } from './bot.ts'
export { createChannelGate } from './channel-gate.ts'
export type { OutageEvents } from './outage-monitor.ts'
export { createMemorySeenUpdates, type SeenUpdates } from './seen-updates.ts'
export type { WebhookSettings } from './serve-webhook.ts'
