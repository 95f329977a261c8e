/** What any process needs: log, clock, orderly end, and the version of its code. */
export type { Clock } from './clock.ts'
export { localDate } from './local-date.ts'
export { createLogger, type Logger, type LogLevel } from './log.ts'
export { createShutdown, type Shutdown } from './shutdown.ts'
export { systemClock } from './system-clock.ts'
