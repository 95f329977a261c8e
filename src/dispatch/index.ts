/** What chats are sent unasked: what is due → delivered. */
export { type AlertRoundParts, makeAlertRound } from './alert-round.ts'
export { type Bell, createBell } from './bell.ts'
export { type DigestDispatchParts, openDigestDispatch } from './digest-dispatch.ts'
export { type Dispatch, joinDispatches } from './dispatch.ts'
export { openLetterDispatch } from './letter-dispatch.ts'
export type { OutboxParts } from './outbox-round.ts'
export { createQuietUntil, type QuietUntil } from './quiet-until.ts'
export { type Operators, tellOperators } from './tell-operators.ts'
