/**
 * `npm run bench:pages -- [FOLDER] [--make 20] [--seed 1] [--texts ARTICLES] [--keep DIR]`: reads PDF pages whose articles are
 * known and prints how well they come back: articles, headlines, text of others, lost text, outlines, processor time. FOLDER holds
 * `pdf/` and `gold/`; without it pages are typeset by Chromium first (`--keep` leaves them in a folder). `--worst` names the
 * pages that were read worst. The tables of docs/sources.md.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makePages } from './pages/make-pages.ts'
import { scoreCompiled } from './pages/score-compiled.ts'
import { figure, markdownTable } from './performance/tables/markdown.ts'
import { readTexts } from './sources/read-texts.ts'
import { median } from './statistics.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    make: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    texts: { type: 'string' },
    keep: { type: 'string' },
    worst: { type: 'boolean', default: false },
  },
})
const made = positionals[0] === undefined
const folder = positionals[0] ?? values.keep ?? mkdtempSync(join(tmpdir(), 'paperboy-pages-'))
try {
  if (made)
    await makePages(folder, {
      count: Number(values.make),
      seed: Number(values.seed),
      texts: await readTexts(values.texts),
    })
  const { pages, total, regions, leaks, cpuMs, files } = await scoreCompiled(folder)
  console.log(
    markdownTable(
      ['figure', ['goal', 'now']],
      [
        ['article F1', ['≥ .97', total['article F1'].toFixed(3)]],
        ['headline', ['≥ .98', total['headline exact'].toFixed(3)]],
        [
          'text of other articles in a body',
          ['≤ .005', (leaks.foreign / Math.max(1, leaks.found)).toFixed(4)],
        ],
        ['lost text', ['0', (leaks.lost / Math.max(1, leaks.wanted)).toFixed(4)]],
        [
          "an article's characters inside its outline",
          ['≥ .99', (regions.inside / Math.max(1, regions.own)).toFixed(4)],
        ],
        [
          'characters of others inside an outline',
          ['≤ .01', (regions.foreign / Math.max(1, regions.held)).toFixed(4)],
        ],
        ['processor time of a page, median, ms', ['≤ 100', figure(median(cpuMs))]],
      ],
    ),
  )
  console.log(
    `${files.length} files, ${pages} pages; the first file is read for nothing before, so that all code is loaded`,
  )
  if (values.worst)
    for (const { file, f1, missed } of files.toSorted((a, b) => a.f1 - b.f1).slice(0, 8))
      console.log(`  ${file}: F1 ${f1.toFixed(2)}; missed: ${missed.join(' · ')}`)
} finally {
  if (made && values.keep === undefined) rmSync(folder, { recursive: true })
}
