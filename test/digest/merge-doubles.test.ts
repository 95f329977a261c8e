import { expect, test } from 'vitest'
import { mergeDoubles } from '../../src/digest/merge-doubles.ts'
import { buildArticle } from '../support/build-article.ts'

/** Text of forty characters that no other letter has. */
const textOf = (letter: string) => Array.from({ length: 20 }, (_, n) => `${letter}${n % 7}`).join('')
const article = (headline: string, ...letters: readonly string[]) =>
  buildArticle({ headline, paragraphs: letters.map(textOf) })
const groups = (...articles: ReturnType<typeof article>[]) =>
  mergeDoubles(articles).map((group) => group.map(({ headline }) => headline).join(' '))

test('what is told twice stands together, by its first article, in the order of these', () => {
  expect(groups(article('一', 'x'), article('二', 'y'), article('三', 'x'), article('四', 'z'))).toEqual([
    '一 三',
    '二',
    '四',
  ])
})

test('a short text that a longer one holds is the same, and so is what is like the second of a matter alone', () => {
  const [first, both, second] = [article('一', 'x'), article('二', 'x', 'y'), article('三', 'y')]
  expect(groups(first, second)).toEqual(['一', '三'])
  expect(groups(first, both, second)).toEqual(['一 二 三'])
})
