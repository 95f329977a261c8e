import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paperboyOver } from '../support/paperboy.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A page of short pieces side by side, which is mostly guesswork. */
const MODULAR_PAGE = '004_a9bc4fe151b3ac2e.txt'

test('doubts lists what is most likely cut wrong, and what readers reported, with its lines', async () => {
  const [corpus, data] = [temporaryFolder(), temporaryFolder()]
  cpSync(join('seeds', MODULAR_PAGE), join(corpus, MODULAR_PAGE))
  writeFileSync(join(corpus, 'b.jsonl'), JSON.stringify({ headline: '源头分好的一篇', body: '正文。' }))
  const paperboy = paperboyOver(corpus, data)
  const index = await paperboy('index')
  const [, doubtful, listed] =
    /\n {2}doubtful: ([1-9]\d*) of \d+ articles; paperboy doubts lists the (\d+) most doubtful\n/.exec(
      index.out,
    ) ?? []
  expect(Number(listed)).toBe(Math.min(20, Number(doubtful)))
  const { out, code } = await paperboy('doubts')
  expect(code).toBe(0)
  expect(out).toMatch(/^[1-9]\d* of \d+ articles are doubtful, readers reported 0\n/)
  expect(out).toMatch(/004_a9bc4fe151b3ac2e\.txt, lines \d/)
  expect(out).not.toContain('源头分好的一篇')

  const store = await openTestStore({ folder: data })
  const ready = (await store.archive.browse({ offset: 0, limit: 99 })).articles.find(
    ({ headline }) => headline === '源头分好的一篇',
  )
  const percent = (share: number) => `${Math.round(share * 100)} %`
  for (const { article } of await store.doubts.list(20)) {
    const { borders = 0, headline = 0 } = article.confidence ?? {}
    const told = out.split('\n\n').find((it) => it.includes(`[${article.id}]`))
    expect(told).toMatch(new RegExp(`; borders ${percent(borders)}, headline ${percent(headline)}$`))
    // However many pieces it was put together from, where it stands is told in a line.
    expect(told?.split('\n')[1]).toMatch(/, lines (?:.{1,40}|\d+–\d+ \(in parts\))$/)
  }
  await store.doubts.report(ready?.id ?? '', 7, 9)
  const json = JSON.parse((await paperboy('doubts', '--json', '--limit', '1')).out) as object
  expect(json).toMatchObject({
    reported: 1,
    doubts: [{ headline: '源头分好的一篇', reports: 1, certainty: 1, file: 'b.jsonl' }],
  })
})
