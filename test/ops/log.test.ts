import { expect, test } from 'vitest'
import { CorpusFolderError } from '../../src/domain/index.ts'
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

test('a failure that is foreseen has no stack, any other one has', () => {
  const { lines, log } = recordLog()
  log.warn({ err: new CorpusFolderError('pages', 'it is a file', { cause: new Error('ENOTDIR') }) }, 'later')
  log.error({ err: new TypeError('x is not a function') }, 'report it')
  log.error({ err: 'no error at all' }, 'report it')
  const [foreseen, other, none] = lines.map((line) => (JSON.parse(line) as { err: object | string }).err)
  expect(foreseen).toMatchObject({
    type: 'CorpusFolderError',
    message: expect.stringContaining('it is a file'),
    code: 'CORPUS_FOLDER',
  })
  expect(foreseen).not.toHaveProperty('stack')
  expect(other).toMatchObject({ type: 'TypeError', stack: expect.stringContaining('log.test') })
  expect(none).toBe('no error at all')
})
