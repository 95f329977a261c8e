import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/domain/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../../src/language/index.ts'
import { createSearch, type SearchEngine, UnusableSnapshot } from '../../../src/search/index.ts'
import { runs } from '../../support/runs.ts'
import { archiveOf, readSeedArticles } from '../../support/seed-articles.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const now = { archive: 'a1', revision: 7 }

let articles: readonly Article[]
/** All that stand in the articles. */
let words: readonly string[]
beforeAll(async () => {
  articles = (await readSeedArticles()).flatMap((article) =>
    // Three editions of each, some fields of each kind left out.
    [0, 1, 2].map((edition) =>
      Object.assign({}, article, {
        id: `${article.id.slice(1)}${edition}`,
        headline: `${article.headline}${'！'.repeat(edition)}`,
        issueDate: edition === 1 ? undefined : `2024-0${edition + 1}-01`,
        section: ['要闻', undefined, '国际'][edition],
        paragraphs: article.paragraphs.slice(edition),
      }),
    ),
  )
  words = [
    ...new Set(
      articles.flatMap(({ paragraphs }) => tokeniser.wordsOf(paragraphs.join('\n')).map((it) => it.text)),
    ),
  ]
})

const open = () => createSearch(tokeniser, archiveOf(articles))

/** An engine as it is after some use: documents added, replaced and removed, some of it packed. */
async function used(): Promise<SearchEngine> {
  const search = open()
  await search.add(articles)
  await search.remove(articles.filter((_, i) => i % 11 === 3).map(({ id }) => id))
  await search.add(articles.slice(0, 20))
  return search
}

/** Everything that readers ask, of words that stand in the articles. */
async function answersOf(search: SearchEngine): Promise<unknown[]> {
  const answers: unknown[] = [search.size]
  for (let i = 0; i + 1 < words.length; i += 7) {
    const query = `${words[i]} ${words[i + 1]}`
    const options = [
      {},
      { filter: { from: '2024-03-01' } },
      { filter: { section: '要闻' } },
      { order: 'newest' as const },
    ][i % 4]
    const { total, hits, suggestions } = await search.search(query, options)
    answers.push([query, total, suggestions, hits.map(({ article, score }) => [article.id, score])])
  }
  for (const typed of ['成', '数字', '国际']) answers.push(await search.suggest(typed, 5))
  for (const { id } of articles.slice(0, 10))
    answers.push((await search.related(id, 5)).map(({ article, score }) => [article.id, score]))
  return answers
}

describe('an engine that takes over a snapshot', () => {
  test('answers as the one that wrote it, to the last digit, and goes on as that one does', async () => {
    const file = join(temporaryFolder(), 'index.snapshot')
    const before = await used()
    await before.save(file, now)
    const after = open()
    expect(await after.load(file, now)).toBe(7)
    expect(await answersOf(after)).toEqual(await answersOf(before))

    for (const search of [before, after]) {
      await search.remove(articles.slice(20, 40).map(({ id }) => id))
      await search.add(articles.slice(10, 30))
    }
    expect(await answersOf(after)).toEqual(await answersOf(before))
    await after.save(file, { ...now, revision: 8 })
    const third = open()
    expect(await third.load(file, { ...now, revision: 9 })).toBe(8)
    expect(await answersOf(third)).toEqual(await answersOf(after))
  })

  test('sweeps out what writers left that were killed, but not one at work', async () => {
    const folder = temporaryFolder()
    for (const [name, ageS] of [
      ['index.snapshot.12.new', 7200],
      ['index.snapshot.13.new', 60],
      ['other.new', 7200],
    ] as const) {
      writeFileSync(join(folder, name), '')
      const then = Date.now() / 1000 - ageS
      utimesSync(join(folder, name), then, then)
    }
    await open().save(join(folder, 'index.snapshot'), now)
    expect(readdirSync(folder).toSorted()).toEqual(['index.snapshot', 'index.snapshot.13.new', 'other.new'])
  })

  test('may be an empty one, and find no file', async () => {
    const file = join(temporaryFolder(), 'index.snapshot')
    expect(await open().load(file, now)).toBeUndefined()
    await open().save(file, { archive: 'a1', revision: 0 })
    const search = open()
    expect(await search.load(file, now)).toBe(0)
    await search.add(articles)
    expect(search.size).toBe(articles.length)
  })
})

describe('a snapshot that is refused', () => {
  test.each([
    ['of another archive', { archive: 'a2', revision: 7 }],
    ['of a later revision than the archive has', { archive: 'a1', revision: 6 }],
  ])('is one %s', async (_what, then) => {
    const file = join(temporaryFolder(), 'index.snapshot')
    await open().save(file, now)
    await expect(open().load(file, then)).rejects.toThrow(UnusableSnapshot)
  })

  test('is one whose terms another segmenter made', async () => {
    const file = join(temporaryFolder(), 'index.snapshot')
    const other = createSearch(
      createTokeniser({ ...createIcuSegmenter(), identity: 'another' }),
      archiveOf([]),
    )
    await other.save(file, now)
    await expect(open().load(file, now)).rejects.toThrow('its terms were made by other rules')
  })

  test('is one of another version, or no snapshot at all', async () => {
    const file = join(temporaryFolder(), 'index.snapshot')
    await open().save(file, now)
    const text = readFileSync(file, 'latin1')
    for (const [changed, reason] of [
      [text.replace('index 3', 'index 2'), 'another version of the program made it'],
      ['', 'it is no snapshot of ours'],
      ['SQLite format 3\0'.repeat(1000), 'it is no snapshot of ours'],
    ]) {
      writeFileSync(file, changed ?? '', 'latin1')
      await expect(open().load(file, now)).rejects.toThrow(reason)
    }
    await expect(open().load(join(file, '..'), now)).rejects.toThrow(UnusableSnapshot)
  })

  test('is one with any bit turned, any byte missing or anything behind it', async () => {
    const file = join(temporaryFolder(), 'index.snapshot')
    await (await used()).save(file, now)
    const whole = readFileSync(file)
    const headEnd = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1
    const anyPlace = fc.oneof(fc.nat({ max: headEnd }), fc.nat({ max: whole.length - 1 }))
    await fc.assert(
      fc.asyncProperty(anyPlace, fc.constantFrom(1, 0x10, 0x80, 'cut', 'longer'), async (place, what) => {
        const damaged =
          what === 'cut'
            ? whole.subarray(0, place)
            : what === 'longer'
              ? Buffer.concat([whole, whole.subarray(place)])
              : Buffer.from(whole)
        if (typeof what === 'number') damaged[place] = (damaged[place] ?? 0) ^ what
        writeFileSync(file, damaged)
        const search = open()
        await expect(search.load(file, now)).rejects.toThrow(UnusableSnapshot)
        expect(search.size).toBe(0)
      }),
      runs(300),
    )
  })
})
