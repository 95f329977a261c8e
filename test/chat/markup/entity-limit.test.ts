import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countEntities, withinEntityLimit } from '../../../src/chat/markup/entity-limit.ts'
import { html, joinHtml, SafeHtml } from '../../../src/chat/markup/html.ts'
import { renderExcerpt } from '../../../src/chat/views/excerpt.ts'
import { validateText } from '../../../src/playground/index.ts'
import { measured } from '../../support/measured.ts'
import { runs } from '../../support/runs.ts'

const RUNS = runs(300)
const shown = ({ markup }: SafeHtml) => validateText({ text: markup, parse_mode: 'HTML' })

/** Words of which every other one is highlighted. */
const excerpt = (words: readonly string[]) => {
  const text = words.join('，')
  let at = 0
  const highlights = words.map((word) => {
    const range = [at, at + word.length] as const
    at += word.length + 1
    return range
  })
  return renderExcerpt({ text, highlights })
}
const words = (from: number, count: number) => Array.from({ length: count }, (_, n) => `词${from + n}号`)

test('highlights go by their weight: headlines, then the first ones of each excerpt, then what is folded away', () => {
  const hit = (number: number) =>
    joinHtml([
      html`${number}. <u>${excerpt(words(number * 100, 4))}</u>`,
      html`<i>报纸</i>`,
      excerpt(words(number * 100, 15)),
      html`<blockquote expandable>${excerpt(words(number * 100 + 50, 9))}</blockquote>`,
    ])
  const message = joinHtml([html`<b>5 篇</b>`, ...[1, 2, 3, 4, 5].map(hit)])
  expect(countEntities(message)).toBe(1 + 5 * (1 + 4 + 1 + 15 + 1 + 9))
  const { text, entities, dropped } = shown(withinEntityLimit(message))
  expect(dropped).toBeUndefined()
  expect(entities).toHaveLength(100)
  expect(text).toBe(shown(message).text)
  const count = (type: string) => entities.filter((it) => it.type === type).length
  expect([count('underline'), count('italic'), count('expandable_blockquote')]).toEqual([5, 5, 5])
  // What is left for highlights: 20 in headlines, and 64 in the excerpts, shared out.
  const lines = text.split('\n')
  let at = 0
  const boldByLine = lines.map((line) => {
    const [from, to] = [at, at + line.length]
    at = to + 1
    return entities.filter((it) => it.type === 'bold' && it.offset >= from && it.offset < to).length
  })
  expect(boldByLine).toEqual([1, ...[13, 13, 13, 13, 12].flatMap((excerpts) => [4, 0, excerpts, 0])])
})

test('a word that is highlighted already gives way to another one of the same line', () => {
  const repeated = Array.from({ length: 90 }, () => '报童')
  const message = joinHtml([
    excerpt(['早报', ...repeated, '晚报', '日报', '周报']),
    ...Array(20).fill(html`<u>题</u>`),
  ])
  const { text, entities } = shown(withinEntityLimit(message))
  const bold = entities
    .filter(({ type }) => type === 'bold')
    .map((it) => text.slice(it.offset, it.offset + it.length))
  expect(bold).toHaveLength(80)
  expect(bold).toEqual(expect.arrayContaining(['早报', '晚报', '日报', '周报']))
})

test.each([
  ['hashtags', '#报 '],
  ['mentions', '@paperboy '],
  ['commands', '/a_x '],
  ['addresses', 'https://a.cn/b '],
  ['addresses without a protocol', 'news.cn '],
  ['e-mail', 'a@news.cn '],
  ['cashtags', '$ABC '],
  ['phone numbers', '+86 138000000，'],
])('a text full of %s keeps its highlights, and what is beyond the limit is no link', (_what, link) => {
  const message = html`<b>题</b>\n${excerpt(words(100, 60))}\n${link.repeat(160)}`
  expect(shown(message).dropped).toBeGreaterThan(0)
  const { text, entities, dropped } = shown(withinEntityLimit(message))
  expect(dropped).toBeUndefined()
  expect(entities.filter(({ type }) => type === 'bold').length).toBeGreaterThanOrEqual(50)
  expect(text.replaceAll('\u2060', '')).toBe(shown(message).text)
})

test('a message below the limit stays as it is', () => {
  const message = html`<b>题</b> ${'#报 '.repeat(40)}${excerpt(words(100, 50))}`
  expect(withinEntityLimit(message)).toBe(message)
})

/** Text that Telegram could make links of, in any mixture. */
const anyLinks = fc.string({
  unit: fc.constantFrom(
    ...'#@/.:$+-_ \n，。报a1A'.split(''),
    'http://',
    'https://',
    'www.',
    '.cn',
    '.com',
    '.公司',
    '@news',
    '/start',
    '#报',
    '$USD',
    '+8613800000000',
    '+1 212 555 01',
    'a@b.cc',
    't.me/x',
  ),
  maxLength: 400,
})
const TAGS = ['b', 'i', 'u', 's', 'strong', 'blockquote', 'code', 'pre'] as const
const anyMarkup = fc
  .array(
    fc.tuple(fc.constantFrom(...TAGS, undefined), fc.oneof(anyLinks, fc.constantFrom('报', '<&>', 'a'))),
    {
      maxLength: 200,
    },
  )
  .map((parts) => {
    const pieces: SafeHtml[] = []
    let length = 0
    for (const [tag, text] of parts) {
      length += text.length
      if (length > 3500) break
      const inner = html`${text}`
      pieces.push(tag === undefined ? inner : new SafeHtml(`<${tag}>${inner.markup}</${tag}>`))
    }
    return joinHtml(pieces, '')
  })
  .filter(({ markup }) => markup.replace(/<[^>]*>/g, '').trim() !== '')

/** What people write with blanks or marks around it; glued together, nobody can say how many links they are. */
const anyWords = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '报童',
        '#报',
        '#a_1',
        '@paperboy',
        '/start',
        '/a_x@bot_bot',
        'https://a.cn/b?c=d#e',
        't.me/x',
        'www.news.com',
        '新闻.中国',
        'a.b@news.cn',
        '$USD',
        '+86 138 0000 0000',
        '1.5',
        'a/b',
        '20:00',
        '3-5',
      ),
      fc.constantFrom(' ', '，', '\n', '。', '（'),
    ),
    { maxLength: 200 },
  )
  .map((parts) => html`报${parts.flat().join('')}`)

test('we count no fewer entities than Telegram finds', () => {
  fc.assert(
    fc.property(anyWords, (message) => {
      const { entities, dropped = 0 } = shown(message)
      expect(countEntities(message)).toBeGreaterThanOrEqual(entities.length + dropped)
    }),
    RUNS,
  )
})

test('whatever the message, Telegram drops nothing of it, and it reads the same', () => {
  fc.assert(
    fc.property(anyMarkup, (message) => {
      const limited = withinEntityLimit(message)
      expect(countEntities(limited)).toBeLessThanOrEqual(100)
      const { text, dropped } = shown(limited)
      expect(dropped).toBeUndefined()
      expect(text.replaceAll('\u2060', '')).toBe(shown(message).text)
    }),
    RUNS,
  )
})

test('the time that it takes grows with the text, not with its square', async () => {
  const timeOf = async (text: string) => {
    const message = joinHtml([html`${text}`, ...Array(101).fill(html`<b>a</b>`)], '')
    const { workMs } = await measured(() => {
      for (let run = 0; run < 3; run++) withinEntityLimit(message)
    })
    return workMs
  }
  // Twenty-five times a message: what grows by the square would take minutes.
  for (const unit of [
    '报',
    'a',
    'a.',
    'a-',
    '.',
    '@',
    'a@',
    '#',
    '#a',
    '/',
    '/a',
    '+1',
    '1 ',
    '$',
    ':/',
    'a+',
    '/a@',
  ])
    expect([unit, (await timeOf(unit.repeat(100_000 / unit.length))) < 3000]).toEqual([unit, true])
})

test('what Telegram takes out of a text parts no hashtag and no address', () => {
  const message = new SafeHtml('#\u202E报纸 a.\u200En a.\u202Dcn')
  expect(countEntities(message)).toBe(shown(message).entities.length)
  expect(shown(message).entities.map(({ type }) => type)).toEqual(['hashtag', 'url'])
})
