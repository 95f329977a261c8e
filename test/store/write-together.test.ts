import { describe, expect, test } from 'vitest'
import { writeTogether } from '../../src/store/sql/write-together.ts'
import { anArticle } from '../support/articles.ts'
import { openTestStore, shelve } from '../support/stores.ts'

describe('what is written together', () => {
  /** A statement that is done when it is told to be. */
  const open = () => {
    const statements: { readonly values: readonly number[]; readonly done: (error?: Error) => void }[] = []
    const write = writeTogether<number, string>(
      (values) =>
        new Promise((resolve, reject) => {
          const done = (error?: Error) =>
            error === undefined ? resolve(values.map((it) => `of ${it}`)) : reject(error)
          statements.push({ values, done })
        }),
    )
    const until = async (count: number) => {
      while (statements.length < count) await new Promise((resolve) => setImmediate(resolve))
      return statements[count - 1]
    }
    return { write, statements, until }
  }

  test('is one statement, and each has its own result', async () => {
    const { write, statements, until } = open()
    const results = Promise.all([1, 2, 3].map(write))
    ;(await until(1))?.done()
    expect(await results).toEqual(['of 1', 'of 2', 'of 3'])
    expect(statements.map(({ values }) => values)).toEqual([[1, 2, 3]])
  })

  test('does not hold what is asked for while a statement is under way, which is the next one', async () => {
    const { write, statements, until } = open()
    const first = write(1)
    const running = await until(1)
    const second = Promise.all([write(2), write(3)])
    ;(await until(2))?.done()
    expect(await second).toEqual(['of 2', 'of 3'])
    running?.done()
    expect(await first).toBe('of 1')
    expect(statements.map(({ values }) => values)).toEqual([[1], [2, 3]])
  })

  test('fails together, and the next is tried anew', async () => {
    const { write, until } = open()
    const both = Promise.allSettled([write(1), write(2)])
    ;(await until(1))?.done(new Error('the disk is full'))
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const next = write(3)
    ;(await until(2))?.done()
    expect(await next).toBe('of 3')
  })
})

describe('updates that were claimed', () => {
  const KEPT_MS = 48 * 3_600_000
  const claiming = async () => {
    let now = Date.UTC(2026, 0, 1)
    const store = await openTestStore({ now: () => now })
    const at = async (ms: number) => {
      now = Date.UTC(2026, 0, 1) + ms
      return (await store.updates.claim([7])).has(7)
    }
    return at
  }

  test('are remembered for 48 hours, to the millisecond', async () => {
    const at = await claiming()
    expect([await at(0), await at(KEPT_MS - 1), await at(KEPT_MS), await at(KEPT_MS + 1)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('under a clock that was far ahead are as good as forgotten', async () => {
    const at = await claiming()
    expect([await at(KEPT_MS + 1), await at(0), await at(1)]).toEqual([true, true, false])
    expect(await at(-KEPT_MS)).toBe(false)
  })
})

describe('an article that is taken in as it was is no change', () => {
  const printed = { paper: '江南日报', issueDate: '2024-06-08', datePrecision: 'printed' } as const
  const first = anArticle({
    ...printed,
    headline: '长江水利工程今日开工',
    paragraphs: ['甲和'],
    page: '01',
    source: { file: '01.txt', lines: [1] },
  })
  const rest = anArticle({
    ...printed,
    headline: '长江水利工程开工',
    paragraphs: ['乙。'],
    page: '02',
    continuedFrom: '01',
    source: { file: '02.txt', lines: [1] },
  })

  test('of two parts, either of which is taken again', async () => {
    const store = await openTestStore()
    await shelve(store, [first, rest])
    const { revision } = await store.archive.state()
    const shown = await store.archive.browse({ offset: 0, limit: 9 })
    expect(shown.articles.map(({ paragraphs }) => paragraphs)).toEqual([['甲和乙。']])
    await shelve(store, [first])
    await shelve(store, [rest])
    await shelve(store, [rest, first])
    expect(await store.archive.changesSince(revision, 9)).toEqual([])
    await shelve(store, [{ ...rest, paragraphs: ['丙。'] }])
    expect(await store.archive.changesSince(revision, 9)).toHaveLength(1)
  })
})
