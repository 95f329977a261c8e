import fc from 'fast-check'
import type { Article } from '../../src/domain/index.ts'
import { anArticle } from './articles.ts'

/** Text that tries to break things: markup, entities, emoji, astral characters, marks that turn the direction, links. */
const unit = fc.constantFrom(
  '报',
  '童',
  '。',
  '，',
  '”',
  '“',
  '<b>',
  '</',
  '&',
  '&amp;',
  '"',
  '𠮷',
  '👨‍👩‍👧',
  '\u202e',
  '\u200f',
  'a',
  '1',
  ' ',
  '_',
  '/',
  '#',
  ' @news',
  ' a.cn ',
)

export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit, minLength: 1, maxLength })

const anyTexts = (maxLength: number, most: number) => fc.array(anyText(maxLength), { maxLength: most })

/** Articles with everything that an article may have, and as long as no paper prints them. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    headline: anyText(400),
    kicker: anyTexts(200, 3),
    deck: anyTexts(200, 3),
    byline: anyTexts(20, 15),
    paragraphs: anyTexts(2500, 8),
    subheads: fc.array(fc.record({ text: anyText(60), before: fc.nat({ max: 8 }) }), { maxLength: 4 }),
    captions: anyTexts(120, 4),
    paper: anyText(20),
    issueDate: fc.constantFrom('2024-06-08', '1949-10-01'),
    datePrecision: fc.constantFrom('printed', 'file', 'inferred'),
    page: fc.constantFrom('03', 'A06', '12'),
    section: anyText(10),
    dateline: anyText(20),
    continuedFrom: fc.constantFrom('01', 'A01'),
  })
  .map((given) => anArticle(given))
