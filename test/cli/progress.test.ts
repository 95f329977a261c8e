import { expect, test } from 'vitest'
import { createIntakeBars, createProgress } from '../../src/cli/progress.ts'
import { recordOutput } from '../support/output.ts'

test('where nobody watches, every tenth is a line', () => {
  const output = recordOutput()
  const progress = createProgress('files', output, () => 0)
  for (let done = 0; done <= 1000; done++) progress.tell(done, 1000)
  progress.end()
  const lines = output.said.err.trimEnd().split('\n')
  expect(lines).toHaveLength(10)
  expect(lines.at(-1)).toBe('1000/1000 files')
})

test('on a terminal one line is drawn over and over, not too often, and wiped at the end', () => {
  const output = { ...recordOutput(), columns: 20 }
  let nowMs = 0
  const progress = createProgress('files', output, () => nowMs)
  for (let done = 1; done <= 1000; done++) {
    nowMs += 1
    progress.tell(done, 1000)
  }
  progress.end()
  const drawn = output.said.err.split('\r\u001b[K').slice(1)
  expect(drawn).toHaveLength(12)
  expect(Math.max(...drawn.map((line) => line.length))).toBeLessThan(20)
  expect(drawn.at(-1)).toBe('')
})

test('nothing to do draws nothing', () => {
  const output = recordOutput()
  createProgress('files', output, () => 0).tell(0, 0)
  expect(output.said.err).toBe('')
})

test('of what takes long it is told how many are done a second', () => {
  const output = recordOutput()
  let nowMs = 0
  const progress = createProgress('articles indexed', output, () => nowMs, true)
  for (let done = 100; done <= 1000; done += 100) {
    progress.tell(done, 1000)
    nowMs += 400
  }
  const lines = output.said.err.trimEnd().split('\n')
  expect(lines[0]).toBe('100/1000 articles indexed')
  expect(lines.at(-1)).toBe('1000/1000 articles indexed, 250 a second')
})

test('a file that takes long is named once where nobody watches', () => {
  const output = recordOutput()
  const bars = createIntakeBars(output, () => 0)
  const reading = { file: '2024/a.txt', sizeBytes: 25 * 1024 * 1024 }
  bars.onFiles({ done: 0, total: 100, reading })
  bars.onFiles({ done: 0, total: 100, reading })
  bars.onFiles({ done: 1, total: 100 })
  expect(output.said.err).toBe('0/100 files, reading 2024/a.txt (25 MiB)\n')
})

test('on a terminal the name of a file that takes long is drawn at once, and goes with it', () => {
  const output = { ...recordOutput(), columns: 100 }
  const bars = createIntakeBars(output, () => 0)
  bars.onFiles({ done: 0, total: 100 })
  bars.onFiles({ done: 0, total: 100, reading: { file: 'a.txt', sizeBytes: 25 * 1024 * 1024 } })
  bars.onFiles({ done: 1, total: 100 })
  const drawn = output.said.err.split('\r\u001b[K').slice(1)
  expect(drawn.map((line) => line.includes('a.txt (25 MiB)'))).toEqual([false, true, false])
})
