/**
 * `npm run bench:sources -- [ARTICLES] [--count 100] [--seed 1]`: sets articles into saved files of every form in which
 * sources cut them already, reads the files as the corpus folder is read, and prints how many came back exactly. The
 * table of docs/sources.md. ARTICLES is a file of JSON Lines, packed or not; by default those of the seed pages are set.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCorpus } from '../src/corpus/index.ts'
import type { Article } from '../src/domain/index.ts'
import { randomFrom } from '../test/support/torture/random.ts'
import { figure, markdownTable } from './performance/tables/markdown.ts'
import { dress } from './sources/dress.ts'
import { FORMS, type SavedForm } from './sources/forms.ts'
import { readTexts } from './sources/read-texts.ts'
import { compare, SCORES } from './sources/score.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const texts = await readTexts(positionals[0])
const count = Number(values.count)

const rows = []
for (const [index, form] of FORMS.entries()) rows.push(await measure(form, Number(values.seed) + index))
console.log(markdownTable(['form', ['articles', ...SCORES, 'text from around in bodies', 'ms a file']], rows))

async function measure(form: SavedForm, seed: number) {
  const chance = randomFrom(seed)
  const from = Math.floor(chance() * texts.length)
  const printed = Array.from({ length: count }, (_, at) =>
    dress(texts[(from + at) % texts.length], at, chance),
  )
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-sources-'))
  try {
    const files = form.save(printed)
    for (const { file, text } of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const found: Article[] = []
    const start = process.cpuUsage()
    for await (const it of readCorpus(folder)) if (it.event === 'page') found.push(...it.page.articles)
    const { user, system } = process.cpuUsage(start)
    const { exact, leaked, wanted } = compare(printed, found, form.tells)
    return [
      form.name,
      [
        String(printed.length),
        ...exact.map((it) => (it / wanted).toFixed(3)),
        String(leaked),
        figure((user + system) / 1000 / files.length),
      ],
    ] as const
  } finally {
    rmSync(folder, { recursive: true })
  }
}
