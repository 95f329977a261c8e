/** Reply → sent, at a pace that Telegram bears: queue, limits, retries. See docs/delivery.md. */
export type { Answer, Api } from './api.ts'
export { type Delivery, type DeliveryOptions, openDelivery, type SendOptions } from './delivery.ts'
export type { Priority } from './job.ts'
export type { FailureReason, Outcome } from './outcome.ts'
export type { ChatEvents, Presence } from './presence.ts'
export type { CallOutcome } from './unpaced.ts'
export type { GoneReason } from './verdict.ts'
export { createMemoryWaits, type Wait, type WaitMemory, type WaitScope } from './waits.ts'
