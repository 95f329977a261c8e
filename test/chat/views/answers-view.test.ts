import { expect, test } from 'vitest'
import { html } from '../../../src/chat/markup/html.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import { renderAnswers } from '../../../src/chat/views/answers-view.ts'
import type { SearchResult } from '../../../src/search/index.ts'
import { anArticle } from '../../support/articles.ts'

const texts = textsOf('zh-Hans')
const found: SearchResult = {
  total: 0,
  hits: [],
  understood: { wanted: [], excluded: [], filter: {} },
  question: { fillers: [], kind: 'number', wantsNewest: false },
  otherNames: [],
  problems: [],
  relaxed: [],
  suggestions: [],
}
const answer = (sentence: string, isOlder: boolean) => ({
  sentence,
  highlights: [],
  article: anArticle({ paragraphs: [sentence] }),
  paragraph: 0,
  score: 0.5,
  isOlder,
})
const show = (...answers: readonly ReturnType<typeof answer>[]) =>
  renderAnswers(
    { kind: 'number', answers, unanswered: ['谁设计的'], found },
    { html: html`1. <u>报道</u>`, buttons: [] },
    { list: 'abcdefgh', page: 0 },
    texts,
  ).html.markup

test('an answer that a newer one overtook says so, and that alone', () => {
  const lines = show(answer('大桥长4公里。', false), answer('大桥长3公里。', true)).split('\n')
  const marked = lines.filter((it) => it.startsWith(texts.answers.older))
  expect(marked).toHaveLength(1)
  expect(lines[lines.indexOf(marked[0] ?? '') - 1]).toBe('② 大桥长3公里。')
})

test('of two questions, the one that has no answer is named; where none has, once is enough', () => {
  expect(show(answer('大桥长4公里。', false))).toContain('“谁设计的”：报上没有说到。')
  expect(show()).not.toContain('谁设计的')
})

test('where the archive does not say, that stands above the articles', () => {
  expect(show()).toContain(texts.answers.none)
  expect(show()).toContain('1. <u>报道</u>')
  expect(show(answer('大桥长4公里。', false))).toContain(texts.answers.title)
})
