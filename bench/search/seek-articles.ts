import type { Article } from '../../src/domain/index.ts'
import type { Tokeniser } from '../../src/language/index.ts'
import type { SearchEngine } from '../../src/search/index.ts'
import { createChance } from './chance.ts'
import { isCommonAt, rememberedOf, waysToSeek } from './ways-to-seek.ts'

/** How often the very article was found that was sought, or one of the same headline; shares of 0 to 1. */
interface SeekFigures {
  readonly kind: string
  readonly first: number
  readonly inTen: number
}

const SEED = 20

/** Seeks articles in each of twenty ways; ten hits are looked at. @param half articles that may be sought @param count of each kind */
export async function seekArticles(
  search: SearchEngine,
  half: readonly Article[],
  tokeniser: Tokeniser,
  count: number,
): Promise<readonly SeekFigures[]> {
  const chance = createChance(SEED)
  const isCommon = (word: string) => isCommonAt(search.rarityOf(word))
  const ways = await waysToSeek(tokeniser, (it) => search.rarityOf(it), {
    characters: [...new Set(half.flatMap(({ headline }) => headline.match(/\p{sc=Han}/gu) ?? []))],
    seed: SEED,
  })
  const figures: SeekFigures[] = []
  for (const [kind, seek] of Object.entries(ways)) {
    let [asked, first, inTen] = [0, 0, 0]
    for (let tries = 0; asked < count && tries < TRIES * count; tries++) {
      const article = half[chance(half.length)]
      if (article === undefined || article.paragraphs.length === 0) continue
      const query = seek(rememberedOf(article, tokeniser, isCommon))
      if (query === undefined) continue
      asked++
      const { hits } = await search.search(query, { limit: 10, excerptCount: 0, today: TODAY })
      const place = hits.findIndex(
        (it) => it.article.id === article.id || it.article.headline === article.headline,
      )
      if (place === 0) first++
      if (place >= 0) inTen++
    }
    figures.push({ kind, first: first / asked, inTen: inTen / asked })
  }
  return figures
}

/** Articles that are looked at for each query of a kind: not every one gives one. */
const TRIES = 60
const TODAY = '2024-12-31'
