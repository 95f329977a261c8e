import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import { renderFilters } from '../../../src/chat/views/filters-view.ts'
import { anArticle } from '../../support/articles.ts'

const on = (issueDate: string, section: string) => anArticle({ issueDate, section })
const labels = (...articles: readonly ReturnType<typeof anArticle>[]) =>
  renderFilters(articles, 'abcdefgh', false, textsOf('zh-Hans')).buttons.flat()

test('of months with as many hits the newest comes first, behind those with more', () => {
  const shown = labels(
    on('2023-12-01', '要闻'),
    on('2024-02-01', '要闻'),
    on('2024-01-01', '要闻'),
    on('2022-05-01', '要闻'),
    on('2022-05-02', '要闻'),
  )
  expect(shown.map(({ text }) => text).filter((it) => it.includes('年'))).toEqual([
    '2022年5月 (2)',
    '2024年2月 (1)',
    '2024年1月 (1)',
    '2023年12月 (1)',
  ])
})

test('each button narrows to what it says; a section too long for a button has none', () => {
  const [short, long] = ['要闻', '这个栏目的名字长得任何按钮都放不下因为它还没有说完']
  const shown = labels(on('2024-06-08', short), on('2024-06-08', long))
  const actions = shown.map((it) => ('callbackData' in it ? decodeCallback(it.callbackData) : undefined))
  expect(actions).toEqual([
    { kind: 'filter', list: 'abcdefgh', section: short },
    { kind: 'filter', list: 'abcdefgh', month: '2024-06' },
    { kind: 'list', list: 'abcdefgh', page: 0 },
  ])
})
