import { expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'

function recordLog() {
  const lines: string[] = []
  return { lines, log: createLogger('info', { write: (line) => void lines.push(line) }) }
}

test('a token never reaches the log, wherever it stands', () => {
  const { lines, log } = recordLog()
  const token = '123456789:AAH-abcdefghijklmnopqrstuvwxyz_12345'
  log.error(
    { err: new Error(`404 at https://api.telegram.org/bot${token}/getMe`), url: token },
    `not ${token}`,
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('AAH-abc')
  expect(lines[0]).toContain('bot[token]/getMe')
})

test('what lies below the level is not written', () => {
  const { lines, log } = recordLog()
  log.debug({}, 'silent')
  log.info({ pages: 5 }, 'loaded')
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ pages: 5, msg: 'loaded' }])
})
