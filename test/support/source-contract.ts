import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import type { Tokeniser } from '../../src/language/index.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import type { CandidateSource, FindOptions } from '../../src/search/ranking/candidate-source.ts'
import { planQuery } from '../../src/search/ranking/query-plan.ts'
import { buildArticle } from './build-article.ts'

/** What a source must do, whoever it is. @param open a source, empty, over an archive that holds `articles` */
export function describeSource(
  name: string,
  tokeniser: Tokeniser,
  open: (articles: readonly Article[]) => Promise<CandidateSource>,
): void {
  describe(`${name} as a source of candidates`, () => {
    let source: CandidateSource
    const ask = (query: string, options: Partial<FindOptions> = {}) =>
      source.find(planQuery(parseQuery(query, '2024-12-31').understood, tokeniser), {
        filter: {},
        order: 'relevance',
        window: { from: 0, to: 100 },
        ...options,
      })
    const find = async (query: string, options: Partial<FindOptions> = {}) => {
      const { candidates, total } = await ask(query, options)
      expect(total).toBe(candidates.length)
      return candidates.map(({ id }) => nameOf.get(id) ?? id).toSorted()
    }

    beforeAll(async () => {
      source = await open([...all])
      await source.apply(
        all.map((article, i) => ({ id: article.id, revision: i + 1, article, hash: `h${i}` })),
        all.length,
      )
    }, 240_000)

    test('says how much it knows', async () => {
      expect(await source.state()).toEqual({ documents: all.length, revision: all.length })
    })

    test.each([
      ['a word', '大熊猫', ['panda', 'zoo']],
      ['a phrase over a border of words, and not its letters apart', '"猫基地"', ['panda']],
      ['without a word', '大熊猫 -动物园', ['panda']],
      ['without a phrase that stands in none as written', '大熊猫 -"园动物"', ['panda', 'zoo']],
      ['one of two', '羊肉 OR 台风', ['mutton', 'typhoon']],
      ['a word of the headline', '标题:台风', ['typhoon']],
      ['a word that stands in texts only', '标题:幼崽', []],
      ['a reporter', '记者:杨帆', ['mutton']],
      ['a day', '大熊猫 日期:2024-06-08', ['panda']],
      ['a range of days alone', '日期:2024-06-07..2024-06-08', ['panda', 'typhoon']],
      ['days in prose: an issue of them, or who says so', '6月8日', ['panda', 'zoo']],
      ['a page, whatever its zeros', '版:3', ['panda']],
      ['part of a section', '栏目:要', ['panda', 'typhoon']],
      ['part of a paper, with what means something to a server', '报:*日', ['star']],
      ['a percentage, and not the number', '5%', ['mutton']],
      ['a number with commas', '1100', ['typhoon']],
      ['a single character', '"猫"', ['panda', 'zoo']],
      ['a character beyond the first 65,536', '"𠮷野"', ['star']],
      ['another name', '发改委', ['commission']],
    ])('finds %s', async (_, query, names) => {
      expect(await find(query)).toEqual(names.toSorted())
    })

    test('puts whoever holds everything first, then whoever holds enough', async () => {
      const { candidates, completeCount, total } = await ask('大熊猫 动物园')
      expect(candidates.map(({ id, complete }) => [nameOf.get(id), complete])).toEqual([
        ['zoo', true],
        ['panda', false],
      ])
      expect([completeCount, total]).toEqual([1, 2])
    })

    test('counts the clauses, and leaves none of a short part where one of its words stands nowhere', async () => {
      const { clauses } = await ask('大熊猫 杳无此词')
      expect(clauses.find(({ clause }) => clause.alternatives[0]?.text === '大熊猫')?.count).toBe(2)
      expect(clauses.filter(({ count }) => count === 0).length).toBeGreaterThan(0)
    })

    test.each(['newest', 'oldest'] as const)(
      'gives the %s first, and who has no date last',
      async (order) => {
        const { candidates } = await ask('共同', { order })
        const dates = candidates.map(({ date }) => date)
        const dated = dates.slice(0, -1)
        expect(dates.at(-1)).toBe(0)
        expect(dated).toEqual(dated.toSorted((a, b) => (order === 'newest' ? b - a : a - b)))
        expect(dated.length).toBeGreaterThan(20)
      },
    )

    test.each(['relevance', 'newest', 'oldest'] as const)(
      'leafs by %s without a gap or a repetition',
      async (order) => {
        const whole = await ask('共同', { order })
        const leafed = []
        for (let from = 0; from < whole.total; from += 7)
          leafed.push(...(await ask('共同', { order, window: { from, to: from + 7 } })).candidates)
        expect(leafed.map(({ id }) => id)).toEqual(whole.candidates.map(({ id }) => id))
        expect(new Set(leafed.map(({ id }) => id)).size).toBe(whole.total)
      },
    )

    test('scores what says a word oftener, in fewer words, higher', async () => {
      const { candidates } = await ask('大熊猫')
      expect(nameOf.get(candidates[0]?.id ?? '')).toBe('panda')
      expect(candidates.every(({ score }) => score > 0)).toBe(true)
    })

    test('bounds what a text may hold, never below what it holds', async () => {
      const { candidates } = await ask('大熊猫')
      for (const { bound } of candidates) expect(bound.partsHeld).toEqual(['typed'])
      expect(candidates.map(({ bound }) => bound.headline)).toContain('大熊猫基地添新丁')
    })

    test('finds what is near an article, without itself', async () => {
      const terms = [{ term: '大熊猫', boosts: { headline: 3, deck: 1.5, body: 1 } }]
      const near = await source.nearest(terms, byName('panda').id, 5)
      expect(near.map(({ id }) => nameOf.get(id))).toEqual(['zoo'])
      expect(await source.nearest(terms, 'nobodyknow', 5)).toEqual([])
    })

    test('gives headlines that hold all texts, the newest first', async () => {
      const found = await source.headlines(['新'], 10)
      expect(found.map(({ printed }) => printed)).toEqual(['动物园迎来新居民', '大熊猫基地添新丁'])
      expect(await source.headlines(['新', '基地'], 10)).toEqual([
        { printed: '大熊猫基地添新丁', date: 20240608 },
      ])
      expect(await source.headlines(['gd'], 10)).toEqual([{ printed: '前三季度GDP增长5.2%', date: 20231018 }])
    })

    test('takes the same changes again without a difference, and forgets what has gone', async () => {
      const changes = all.map((article, i) => ({ id: article.id, revision: i + 1, article, hash: `h${i}` }))
      await source.apply(changes.slice(0, 5), 5, true)
      await source.apply(changes, all.length)
      expect((await source.state()).documents).toBe(all.length)
      const { id } = byName('mutton')
      await source.apply([{ id, revision: all.length + 1 }], all.length + 1)
      expect(await find('羊肉')).toEqual([])
      expect(await source.state()).toEqual({ documents: all.length - 1, revision: all.length + 1 })
      const article = { ...byName('zoo'), paragraphs: ['改成了另一件事：菜市场修好了。'] }
      await source.apply([{ id: article.id, revision: all.length + 2, article }], all.length + 2)
      expect(await find('菜市场')).toEqual(['zoo'])
    })
  })
}

const named: Readonly<Record<string, Article>> = {
  panda: buildArticle({
    headline: '大熊猫基地添新丁',
    paragraphs: ['大熊猫基地6月7日又添两只大熊猫幼崽。'],
    issueDate: '2024-06-08',
    page: '03',
    section: '要闻',
  }),
  zoo: buildArticle({
    headline: '动物园迎来新居民',
    paragraphs: ['动物园说，6月8日起可以看大熊猫。'.padEnd(120, '这里还有许多别的消息要告诉大家，')],
    issueDate: '2024-07-01',
    page: '13',
  }),
  mutton: buildArticle({
    headline: '羊肉价格回落',
    byline: ['本报记者 杨帆'],
    paragraphs: ['市场上的羊肉比上周便宜了5%。'],
    issueDate: '2024-01-15',
  }),
  typhoon: buildArticle({
    headline: '台风登陆',
    paragraphs: ['台风过后，1,100人转移，5人受伤。'],
    issueDate: '2024-06-07',
    section: '重要',
  }),
  commission: buildArticle({
    headline: '扩大内需',
    paragraphs: ['国家发展改革委昨天说，要扩大内需。'],
    issueDate: '2023-03-01',
  }),
  star: buildArticle({
    headline: '𠮷野家开业',
    paragraphs: ['店里坐满了人。'],
    paper: '某*日报',
    issueDate: '2022-02-02',
  }),
  growth: buildArticle({
    headline: '前三季度GDP增长5.2%',
    paragraphs: ['经济好转。'],
    issueDate: '2023-10-18',
  }),
}
const common = Array.from({ length: 30 }, (_, i) =>
  buildArticle({
    headline: `第${i}次会议`,
    paragraphs: [`各方共同${'努力'.repeat(1 + (i % 4))}，第${i}项已经完成。`],
    ...(i > 0 && { issueDate: `2021-0${1 + (i % 9)}-1${i % 3}` }),
  }),
)
const all = [...Object.values(named), ...common]
const nameOf = new Map(Object.entries(named).map(([key, { id }]) => [id, key]))
const byName = (name: string): Article => {
  const article = named[name]
  if (article === undefined) throw new Error(`there is no ${name}`)
  return article
}
