import type { Article } from '../../src/domain/index.ts'
import { normalise } from '../../src/language/index.ts'
import type { SearchEngine } from '../../src/search/index.ts'
import { createChance } from './chance.ts'

const SAMPLES = 300

/** Share of the articles holding single characters and pairs drawn from bodies, asked for by their letters, that are found, and of no others. */
export async function askPieces(search: SearchEngine, articles: readonly Article[]) {
  const texts = articles.map((it) => normalise([it.headline, ...it.paragraphs].join('\n')))
  const chance = createChance(1)
  let [matching, found, exact] = [0, 0, 0]
  for (let sample = 0; sample < SAMPLES; sample++) {
    const runs = (texts[chance(texts.length)] ?? '').match(/\p{sc=Han}{2,}/gu) ?? ['中国']
    const run = runs[chance(runs.length)] ?? '中国'
    const at = chance(run.length - 1)
    const piece = run.slice(at, at + 1 + (sample % 2))
    const expected = texts.filter((it) => it.includes(piece)).length
    const { total } = await search.search(`"${piece}"`, { limit: 1 })
    matching += expected
    found += Math.min(total, expected)
    if (total === expected) exact++
  }
  return { recall: found / matching, exact: exact / SAMPLES }
}

/** Share of queries whose words stand nowhere that find nothing. */
export async function askNonsense(search: SearchEngine, articles: readonly Article[]) {
  const text = articles.map((it) => normalise([it.headline, ...it.paragraphs].join('\n'))).join('\n')
  const characters = [...new Set(text.match(/\p{sc=Han}/gu))]
  const chance = createChance(2)
  const han = (length: number) =>
    Array.from({ length }, () => characters[chance(characters.length)] ?? '').join('')
  const latin = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(97 + chance(26))).join('')
  const kinds = [
    ['two characters', () => han(2)],
    ['three characters', () => han(3)],
    ['four characters', () => han(4)],
    ['five to nine letters', () => latin(5 + chance(5))],
    ['numbers', () => String(10_000 + chance(9_000_000))],
  ] as const
  const shares: (readonly [kind: string, share: number])[] = []
  for (const [kind, make] of kinds) {
    let [asked, empty] = [0, 0]
    while (asked < SAMPLES) {
      const query = make()
      if (text.includes(query)) continue
      asked++
      if ((await search.search(query, { limit: 1 })).total === 0) empty++
    }
    shares.push([kind, empty / asked])
  }
  return shares
}
