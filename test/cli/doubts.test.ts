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
  expect(index.out).toMatch(
    /\n {2}doubtful: [1-9]\d* of \d+ articles; paperboy doubts lists the [1-9]\d? most doubtful\n/,
  )
  const { out, code } = await paperboy('doubts')
  expect(code).toBe(0)
  expect(out).toMatch(/^[1-9]\d* of \d+ articles are doubtful, readers reported 0\n/)
  expect(out).toMatch(/004_a9bc4fe151b3ac2e\.txt, lines \d/)
  expect(out).not.toContain('源头分好的一篇')

  const store = await openTestStore({ folder: data })
  const ready = (await store.archive.browse({ offset: 0, limit: 99 })).articles.find(
    ({ headline }) => headline === '源头分好的一篇',
  )
  await store.doubts.report(ready?.id ?? '', 7, 9)
  const json = JSON.parse((await paperboy('doubts', '--json', '--limit', '1')).out) as object
  expect(json).toMatchObject({
    reported: 1,
    doubts: [{ headline: '源头分好的一篇', reports: 1, certainty: 1, file: 'b.jsonl' }],
  })
})
