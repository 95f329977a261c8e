import { expect, test } from 'vitest'
import type { Reply } from '../../../src/chat/index.ts'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation } from '../../support/conversation.ts'

const printed = anArticle({ headline: '地铁新线通车', issueDate: '2024-06-08', paper: '成都日报' })
const withoutYear = (headline: string, line: number) => {
  const { issueDate: _date, ...rest } = anArticle({ headline, source: { file: 'b.txt', lines: [line] } })
  return { ...rest, issueMonthDay: '06-22' }
}
const undated = [withoutYear('公园延时开放', 1), withoutYear('球队主场夺冠', 2)]
const textOf = (reply: Reply | undefined) => (reply && 'message' in reply ? reply.message.html.markup : '')

test('pages without a date are found where one picks an issue', async () => {
  const { act } = await openConversation([printed, ...undated])
  const press = async (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' })
  const latest = await act({ kind: 'command', name: 'latest', text: '' })
  expect(textOf(latest)).not.toContain('公园')
  const dates = await press(latest, '选日期')
  expect([...callbacksOf(dates).keys()]).toEqual(['2024年6月8日 · 1 篇', '日期不详 · 2 篇', '‹ 返回'])
  const list = await press(dates, '日期不详 · 2 篇')
  expect(textOf(list)).toContain('公园延时开放')
  expect(textOf(list)).toContain('球队主场夺冠')
  expect(textOf(list)).toContain('6月22日（年份不详）')
  expect(textOf(list)).not.toContain('地铁新线通车')
})

test('where every page has a date, there is no such button', async () => {
  const { act } = await openConversation([printed])
  const latest = await act({ kind: 'command', name: 'latest', text: '' })
  const dates = await act({ kind: 'callback', data: callbacksOf(latest).get('选日期') ?? '' })
  expect([...callbacksOf(dates).keys()]).toEqual(['2024年6月8日 · 1 篇', '‹ 返回'])
})

test('eight days are listed by day, and more by month', async () => {
  const issues = Array.from({ length: 9 }, (_, n) =>
    anArticle({
      headline: `第${n}天`,
      issueDate: `2024-05-${10 + n}`,
      source: { file: `${n}.txt`, lines: [1] },
    }),
  )
  for (const [count, labels] of [
    [8, issues.slice(0, 8).map((_, n) => `2024年5月${17 - n}日 · 1 篇`)],
    [9, ['2024年5月']],
  ] as const) {
    const { act } = await openConversation(issues.slice(0, count))
    const dates = await act({ kind: 'text', text: '选一期' })
    expect([...callbacksOf(dates).keys()]).toEqual(labels)
  }
})
