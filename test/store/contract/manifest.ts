import { beforeEach, describe, expect, test } from 'vitest'
import { type Article, hashUnits, LARGEST_DAY } from '../../../src/domain/index.ts'
import type { FindOnDays, Store } from '../../../src/store/index.ts'
import { anArticle } from '../../support/articles.ts'
import { someFacts } from '../../support/stores.ts'
import type { OpenContractStore } from './open-contract-store.ts'

const inFile = (file: string, given: Partial<Article>): Article =>
  anArticle({ ...given, source: { file, lines: given.source?.lines ?? [1] } })

/** What every store keeps to, whatever database is below it. */
export const manifestContract = (openStore: OpenContractStore) =>
  describe('Manifest', () => {
    let store: Store
    beforeEach(async () => {
      store = await openStore()
    })

    const takeFile = (file: string, articles: readonly Article[]) =>
      store.manifest.take([{ file, place: 0, articles, end: someFacts }])

    const headlines = async () => {
      const { articles } = await store.archive.browse({ offset: 0, limit: 1000 })
      return articles.map(({ headline, source }) => `${headline} ${source.file}`)
    }
    const changesAfter = async (revision: number) => {
      const changes = await store.archive.changesSince(revision, 1000)
      return changes.map(({ article, id }) => (article ? `+${article.headline}` : `-${id}`))
    }
    const latest = async () => (await store.archive.changesSince(0, 1000)).at(-1)?.revision ?? 0

    test('remembers what it was told of a file', async () => {
      const facts = { ...someFacts, sizeBytes: 812, modifiedMs: 1717804800123.5, problems: ['第3行'] }
      await store.manifest.take([{ file: 'a.txt', place: 0, articles: [anArticle()], end: facts }])
      expect([...(await store.manifest.files())]).toEqual([['a.txt', facts]])
    })

    test('a file that has not been read to its end is unfinished, and its articles can be read', async () => {
      await store.manifest.take([
        { file: 'a.jsonl', place: 0, articles: [inFile('a.jsonl', { headline: '甲' })] },
      ])
      expect((await store.manifest.files()).get('a.jsonl')).toMatchObject({ sizeBytes: -1 })
      expect(await headlines()).toEqual(['甲 a.jsonl'])
    })

    test('a changed file gives its new articles, and only what is different counts as a change', async () => {
      const [stays, leaves] = [inFile('a.txt', { headline: '留' }), inFile('a.txt', { headline: '去' })]
      await takeFile('a.txt', [stays, leaves])
      const before = await latest()
      await takeFile('a.txt', [stays, inFile('a.txt', { headline: '来' })])
      expect(await headlines()).toEqual(['留 a.txt', '来 a.txt'])
      expect(await changesAfter(before)).toEqual(['+来', `-${leaves.id}`])
      const now = await latest()
      await takeFile('a.txt', [stays, inFile('a.txt', { headline: '来' })])
      expect(await changesAfter(now)).toEqual([])
    })

    test('an article that two files hold is shown once, and stays until the last of them is gone', async () => {
      await takeFile('b.txt', [inFile('b.txt', { headline: '同' })])
      await takeFile('a.txt', [inFile('a.txt', { headline: '同' })])
      expect(await headlines()).toEqual(['同 a.txt'])
      await store.manifest.drop('a.txt')
      expect(await headlines()).toEqual(['同 b.txt'])
      await store.manifest.drop('b.txt')
      expect(await headlines()).toEqual([])
      expect(await store.archive.size()).toEqual({ files: 0, pages: 0, articles: 0 })
    })

    test('a file that was moved keeps its articles, though one is held twice for a moment', async () => {
      await takeFile('a.txt', [inFile('a.txt', { headline: '同' })])
      const { arrival } = (await store.archive.arrivalsSince(0, 9))[0] ?? { arrival: -1 }
      await takeFile('z.txt', [inFile('z.txt', { headline: '同' })])
      await store.manifest.drop('a.txt')
      expect(await headlines()).toEqual(['同 z.txt'])
      expect(await store.archive.arrivalsSince(arrival, 9)).toEqual([])
    })

    test('an article that comes back is no new arrival', async () => {
      const article = inFile('a.txt', { headline: '回' })
      await takeFile('a.txt', [article])
      const seen = await store.archive.latestArrival()
      await store.manifest.drop('a.txt')
      const removed = await latest()
      await takeFile('a.txt', [article])
      expect(await store.archive.arrivalsSince(seen, 9)).toEqual([])
      expect(await changesAfter(removed)).toEqual(['+回'])
      await takeFile('b.txt', [inFile('b.txt', { headline: '新' })])
      expect(await store.archive.arrivalsSince(seen, 9)).toMatchObject([{ article: { headline: '新' } }])
    })

    test('thousands of articles leave with their file', async () => {
      const many = Array.from({ length: 450 }, (_, n) => inFile('a.jsonl', { headline: `第${n}条` }))
      await takeFile('a.jsonl', many)
      await takeFile('a.jsonl', many.slice(0, 3))
      expect(await headlines()).toHaveLength(3)
      expect((await store.manifest.files()).get('a.jsonl')).toEqual(someFacts)
      await takeFile('a.jsonl', many)
      await store.manifest.drop('a.jsonl')
      expect(await headlines()).toEqual([])
    })

    describe('with a piece that goes on on another page', () => {
      const issue = { issueDate: '2024-06-08', datePrecision: 'printed', headline: '长文' } as const
      const first = inFile('01.txt', { ...issue, page: '01', paragraphs: ['上半。'] })
      const rest = inFile('04.txt', { ...issue, page: '04', continuedFrom: '01', paragraphs: ['下半。'] })
      const texts = async () => {
        const { articles } = await store.archive.browse({ offset: 0, limit: 9 })
        return articles.map(({ paragraphs }) => paragraphs.join(''))
      }

      test.each([
        ['the first part first', [first, rest]],
        ['the continuation first', [rest, first]],
      ])('both become one article, whichever file comes first: %s', async (_order, pieces) => {
        for (const piece of pieces) await takeFile(piece.source.file, [piece])
        expect(await texts()).toEqual(['上半。下半。'])
        expect(await store.archive.get(first.id)).toMatchObject({
          id: first.id,
          paragraphs: ['上半。', '下半。'],
        })
        expect(await store.archive.get(rest.id)).toBeUndefined()
      })

      test('they part when either file goes, and join again when it comes back', async () => {
        await takeFile('01.txt', [first])
        await takeFile('04.txt', [rest])
        await store.manifest.drop('04.txt')
        expect(await texts()).toEqual(['上半。'])
        await takeFile('04.txt', [rest])
        expect(await texts()).toEqual(['上半。下半。'])
        await store.manifest.drop('01.txt')
        expect(await texts()).toEqual(['下半。'])
        await takeFile('01.txt', [first])
        expect(await texts()).toEqual(['上半。下半。'])
      })

      test('a change on either page changes the one article', async () => {
        await takeFile('01.txt', [first])
        await takeFile('04.txt', [rest])
        const before = await latest()
        await takeFile('04.txt', [{ ...rest, paragraphs: ['改过的下半。'] }])
        expect(await texts()).toEqual(['上半。改过的下半。'])
        expect(await changesAfter(before)).toEqual(['+长文'])
      })

      test('pieces of other days stay apart', async () => {
        await takeFile('01.txt', [first])
        await takeFile('04.txt', [{ ...rest, issueDate: '2024-06-09' }])
        expect(await texts()).toEqual(['下半。', '上半。'])
      })
    })

    describe('articles without a day', () => {
      const DAY = { issueDate: '2024-06-08', datePrecision: 'printed' } as const
      /** Texts are the same if their first paragraph is; a page stands on a day if half of it does. */
      const find: FindOnDays = {
        sample: ({ paragraphs: [first = ''] }) => [hashUnits(first), hashUnits(`${first}。`)],
        onDay: (day) => (page) => {
          const there = page.filter((it) => day.some(({ paragraphs }) => paragraphs[0] === it.paragraphs[0]))
          return new Set(there.length * 2 >= page.length ? there : [])
        },
      }
      const text = (file: string, texts: string, given: Partial<Article> = {}) =>
        takeFile(
          file,
          Array.from(texts, (it, at) =>
            inFile(file, {
              headline: `${it}${file[0]}`,
              paragraphs: [it],
              source: { file, lines: [at + 1] },
              ...given,
            }),
          ),
        )
      const compared = async () => {
        while (await store.manifest.compareUndated(find));
        return headlines()
      }

      test('are not shown while a day holds them, whichever came first', async () => {
        await text('x.txt', '甲乙丙')
        await text('a.pdf', '甲乙', DAY)
        expect(await compared()).toEqual(['甲a a.pdf', '乙a a.pdf', '丙x x.txt'])
        await text('y.txt', '乙')
        expect(await compared()).toEqual(['甲a a.pdf', '乙a a.pdf', '丙x x.txt'])
        const before = await latest()
        expect(await compared()).toHaveLength(3)
        expect(await latest()).toBe(before)
        await store.manifest.drop('a.pdf')
        expect(await compared()).toEqual(['甲x x.txt', '乙x x.txt', '丙x x.txt', '乙y y.txt'])
        await text('b.pdf', '乙丙', DAY)
        expect(await compared()).toEqual(['乙b b.pdf', '丙b b.pdf', '甲x x.txt'])
        await text('b.pdf', '丁丙', DAY)
        // A third of the page is too little of it.
        expect(await compared()).toEqual([
          '丁b b.pdf',
          '丙b b.pdf',
          '甲x x.txt',
          '乙x x.txt',
          '丙x x.txt',
          '乙y y.txt',
        ])
      })

      test('are compared page by page: what leaves a page counts for what stays on it', async () => {
        await text('a.pdf', '甲', DAY)
        await text('x.txt', '甲乙丙', { page: '1' })
        expect(await compared()).toHaveLength(4)
        await text('x.txt', '甲', { page: '1' })
        expect(await compared()).toEqual(['甲a a.pdf'])
        // The same again, and another page of the file.
        await text('x.txt', '甲', { page: '1' })
        await text('x.txt', '甲', { page: '2' })
        expect(await compared()).toEqual(['甲a a.pdf'])
        await text('x.txt', '乙', { page: '2' })
        expect(await compared()).toEqual(['甲a a.pdf', '乙x x.txt'])
      })

      test('what continues an article that stands on a day is shown by itself if it does not', async () => {
        const on = (page: string, it: string, given: Partial<Article> = {}) =>
          inFile(`${page}.txt`, { page, headline: '长文', paragraphs: [it], ...given })
        await takeFile('01.txt', [on('01', '上半。')])
        await takeFile('04.txt', [on('04', '下半。', { continuedFrom: '01' })])
        await text('a.pdf', '丁', { ...DAY, headline: '长文', paragraphs: ['上半。'] })
        expect(await compared()).toEqual(['长文 a.pdf', '长文 04.txt'])
        await store.manifest.drop('a.pdf')
        expect(await compared()).toEqual(['长文 01.txt'])
      })

      test('more than a paper has on a day are compared with none', async () => {
        const many = Array.from({ length: LARGEST_DAY + 1 }, (_, n) => `第${n}条`)
        const articles = (given: Partial<Article>, file: string) =>
          many.map((it, at) =>
            inFile(file, { headline: it, paragraphs: [it], source: { file, lines: [at + 1] }, ...given }),
          )
        await takeFile('a.jsonl', articles(DAY, 'a.jsonl'))
        await text('x.txt', '甲')
        await takeFile('y.txt', [inFile('y.txt', { headline: '又一条', paragraphs: ['第7条'] })])
        await compared()
        const undated = () => store.archive.browse({ isUndated: true, offset: 0, limit: 9 })
        expect((await undated()).total).toBe(2)
        // One less, and what was compared before is found there as well as a text that comes now.
        await takeFile('a.jsonl', articles(DAY, 'a.jsonl').slice(0, LARGEST_DAY))
        await takeFile('z.txt', [inFile('z.txt', { headline: '再一条', paragraphs: ['第8条'] })])
        await compared()
        expect((await undated()).total).toBe(1)
        for (const it of ['再一条 z.txt', '又一条 y.txt']) expect(await headlines()).not.toContain(it)
      })
    })
  })
