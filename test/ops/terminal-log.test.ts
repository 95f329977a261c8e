import { expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { renderForTerminal } from '../../src/ops/terminal-log.ts'

function rendered(write: (log: ReturnType<typeof createLogger>) => void, hasColors = false): string {
  let text = ''
  const destination = {
    write: (line: string) => {
      text += renderForTerminal(line, hasColors)
    },
  }
  write(createLogger('debug', destination))
  return text.replaceAll('\r\u001b[K', '')
}

test('an event is one line: time of day, level, sentence, facts', () => {
  const line = rendered((log) => log.warn({ chat: -100, reason: 'no answer' }, 'cannot send'))
  expect(line).toMatch(/^\d\d:\d\d:\d\d {2}WARN {3}cannot send {2}chat=-100 reason="no answer"\n$/)
})

test('an error has its stack trace below it', () => {
  const [head, ...trace] = rendered((log) => log.error({ err: new Error('torn') }, 'cannot read')).split('\n')
  expect(head).toMatch(/ERROR {2}cannot read$/)
  expect(trace[0]).toBe('    Error: torn')
  expect(trace[1]).toMatch(/^ {8}at /)
})

test('what was thrown need not be an error', () => {
  expect(rendered((log) => log.error({ err: 'just a text' }, 'cannot read'))).toContain('just a text')
})

test('colours only where the terminal has them', () => {
  const say = (log: ReturnType<typeof createLogger>) => log.info({ pages: 5 }, 'loaded')
  expect(rendered(say)).not.toContain('\u001b[')
  expect(rendered(say, true)).toContain('\u001b[32minfo')
})
