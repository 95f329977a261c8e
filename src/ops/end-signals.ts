import type { Logger } from './log.ts'

/** Ctrl-C at a terminal, `kill`, and a terminal that was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * One Ctrl-C arrives twice under npm: from the terminal, and handed on by npm. What comes within this time is the same
 * request.
 */
const SAME_REQUEST_MS = 1_000
const LOOK_AT_PARENT_MS = 1_000
/** Above the ten seconds in which the parts close even if everything hangs. */
const END_WITHIN_MS = 12_000

/**
 * Calls `end` when somebody asks the process to end: by a signal, or, if npm started it, because npm and its shell are
 * gone. A second request, or an end that takes too long, ends the process at once with exit code 1.
 * @param end closes everything; the process is expected to end by itself then
 */
export function onEndRequest(end: () => Promise<void>, log: Logger): void {
  let askedMs: number | undefined
  const request = (reason: string) => {
    const nowMs = performance.now()
    if (askedMs === undefined) {
      askedMs = nowMs
      log.info({ reason }, 'stopping')
      setTimeout(() => leave('the bot did not stop in time: exiting now'), END_WITHIN_MS).unref()
      void end()
    } else if (nowMs - askedMs > SAME_REQUEST_MS) leave('second stop request: exiting now')
  }
  const leave = (sentence: string) => {
    log.warn({}, sentence)
    process.exit(1)
  }
  for (const signal of SIGNALS) process.on(signal, () => request(signal))
  if (process.env.npm_lifecycle_event !== undefined) watchParent(() => request('npm exited'))
}

/** npm hands on no SIGHUP, cannot hand on SIGKILL, and stands behind a shell that hands on nothing. */
function watchParent(onGone: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, LOOK_AT_PARENT_MS)
  timer.unref()
}
