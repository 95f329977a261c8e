/** What any process needs: log, clock, orderly end, secrets. */
export type { Clock } from './clock.ts'
export { onEndRequest } from './end-signals.ts'
export { localDate } from './local-date.ts'
export { createLogger, type Logger, type LogLevel } from './log.ts'
export { BodyTooLargeError, readBody } from './read-body.ts'
export { hideSecret, redact } from './secrets.ts'
export { createShutdown, type Shutdown } from './shutdown.ts'
export { systemClock } from './system-clock.ts'
