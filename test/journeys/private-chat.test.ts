import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { labelsOf, openUser, type User } from '../support/user.ts'

let bot: BotProcess
let user: User

beforeAll(async () => {
  bot = await startBot()
  user = await openUser({ url: bot.url })
})
afterAll(async () => {
  user.close()
  await bot.stop()
})

const shown = async () => {
  const { message } = await user.shown()
  return { ...message, text: message.text ?? '' }
}
const say = async (text: string) => {
  await user.send(text)
  return shown()
}
const tap = async (label: string | RegExp) => {
  await user.tap(label)
  return shown()
}

test('/start tells what there is to read, and each of its examples finds something', async () => {
  const { text, entities = [] } = await say('/start')
  expect(text).toMatch(/5 个版面、\d+ 篇报道/)
  const examples = entities.filter(({ type }) => type === 'code')
  expect(examples).toHaveLength(3)
  for (const { offset, length } of examples)
    expect((await say(text.slice(offset, offset + length))).text).toMatch(/：\d+ 篇/)
})

test('/help names every command of the menu', async () => {
  const { text } = await say('/help')
  for (const name of ['search', 'headlines', 'article', 'summary', 'help'])
    expect(text).toContain(`/${name} `)
})

describe('a search', () => {
  test('plain text finds articles, with the words bold; a number opens one, and back leads back', async () => {
    const list = await say('残疾人 意外险')
    expect(list.text).toContain('成都为全市残疾人购买意外伤害保险')
    const bold = (list.entities ?? []).filter(({ type }) => type === 'bold')
    expect(bold.map(({ offset, length }) => list.text.slice(offset, offset + length))).toContain('残疾人')

    const article = await tap('1')
    expect(article.message_id).toBe(list.message_id)
    expect(article.text).toContain('此次保险由市残联、市退役军人事务局统一投保购买')

    const summary = await tap('摘要')
    expect(summary.text).toContain('要点')
    expect((await tap('全文')).text).toBe(article.text)
    expect((await tap(/返回/)).text).toBe(list.text)
  })

  test('a long article is paged in its message', async () => {
    await say('/search 李德仁')
    const first = await tap('1')
    expect(labelsOf(first)[0]).toEqual(['·', expect.stringMatching(/^1\/\d+$/), '›'])
    const second = await tap('›')
    expect(second.text).not.toBe(first.text)
    expect((await tap('‹')).text).toBe(first.text)
  })

  test('the pages of a list are turned in its message', async () => {
    const first = await say('/search 成都')
    const second = await tap('›')
    expect(second.message_id).toBe(first.message_id)
    expect(second.text).not.toBe(first.text)
  })
})

test('/headlines lists the newest issue first, in pages, and opens articles', async () => {
  const first = await say('/headlines')
  const days = [...first.text.matchAll(/(\d{4})年(\d+)月(\d+)日/g)].map(
    ([, y, m, d]) => Number(y) * 372 + Number(m) * 31 + Number(d),
  )
  expect(days).toEqual(days.toSorted((a, b) => b - a))
  await tap('›')
  const article = await tap('2')
  expect(labelsOf(article).flat()).toContain('‹ 返回')
})

test('/a_<id> and /article <id> open the same article, /summary its key sentences', async () => {
  await say('/search 残疾人 意外险')
  await tap('1')
  const id = /"callback_data":"a\.([a-z2-7]{10})/.exec(JSON.stringify(await tap('摘要')))?.[1] ?? ''
  const opened = await say(`/article ${id}`)
  expect((await say(`/a_${id}`)).text).toBe(opened.text)
  expect((await say(`/summary ${id}`)).text).toContain('要点')
})

describe('bad input gets a sentence', () => {
  test.each([
    ['an unknown command', '/sing', '没有 /sing 这个命令'],
    ['a search for nothing', '/search', '想找什么'],
    ['a search for marks', '？！。', '没有'],
    ['markup', '<b>&"', '没有'],
    ['words that do not occur', '烷烃裂解炉', '没有找到'],
    ['4,000 characters', '中'.repeat(4000), '中'],
    ['an id that does not exist', '/article aaaaaaaaaa', '没有这篇报道'],
    ['an id of the wrong form', '/summary <i>1', '没有这篇报道'],
    ['no id', '/article', '要打开哪一篇'],
    ['an emoji', '🐼', '没有'],
  ])('%s', async (_what, sent, answer) => {
    expect((await say(sent)).text).toContain(answer)
  })
})

test('nothing went wrong behind the scenes', () => {
  expect(bot.said()).not.toMatch(/"level":[456]0/)
})
