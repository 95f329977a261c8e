import { beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/domain/index.ts'
import type { Store } from '../../../src/store/index.ts'
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
  })
