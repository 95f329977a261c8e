import type { Article } from '../../src/domain/index.ts'
import { loadPinyin, normalise, type Tokeniser } from '../../src/language/index.ts'
import type { SearchEngine } from '../../src/search/index.ts'
import { createChance } from '../search/chance.ts'

const SAMPLES = 200
const TWO_HAN = /^\p{sc=Han}{2}$/u
/** Articles that hold a word which many write. */
const COMMON = 30

interface SlipFigures {
  /** Slips beside a good word, and alone, that are read as what was meant; and as something else. */
  readonly beside: { readonly right: number; readonly wrong: number }
  readonly alone: { readonly right: number; readonly wrong: number }
  /** Words of the dictionary that stand nowhere, beside a good word, that are left as they are. */
  readonly left: number
}

/**
 * Takes two words of a headline and writes one of them with another character of the same sound, as who types pinyin does,
 * so that it stands nowhere and is no word.
 */
export async function askSlips(
  search: SearchEngine,
  articles: readonly Article[],
  tokeniser: Tokeniser,
): Promise<SlipFigures> {
  const pinyin = await loadPinyin()
  const readingsOf = (character: string) => pinyin.readingsOf(character)
  const texts = articles.map((it) => normalise([it.headline, ...it.paragraphs].join('\n')))
  const all = texts.join('\n')
  const characters = [...new Set(all.match(/\p{sc=Han}/gu))]
  const chance = createChance(3)
  const oneOf = (list: readonly string[]) => list[chance(list.length)] ?? ''
  const counts = new Map<string, number>()
  const isCommon = (word: string) => {
    const count = counts.get(word) ?? texts.filter((it) => it.includes(word)).length
    counts.set(word, count)
    return count >= COMMON
  }
  const beside = { right: 0, wrong: 0 }
  const alone = { right: 0, wrong: 0 }
  let [asked, left] = [0, 0]
  while (asked < SAMPLES) {
    const headline = articles[chance(articles.length)]?.headline ?? ''
    const words = [...new Set(tokeniser.wordsOf(headline).map((it) => it.text))].filter(
      (it) => TWO_HAN.test(it) && tokeniser.knows(it) && isCommon(it),
    )
    const [word, good] = [oneOf(words), oneOf(words)]
    const at = chance(2)
    const meant = word.charAt(at)
    const sounds = readingsOf(meant)
    const other = oneOf(characters.filter((it) => it !== meant && readingsOf(it)[0] === sounds[0]))
    const slip = at === 0 ? other + word.charAt(1) : word.charAt(0) + other
    if (word === good || slip.length !== 2 || tokeniser.knows(slip) || all.includes(slip)) continue
    asked++
    const readAs = async (query: string) => {
      const { relaxed } = await search.search(query, { limit: 1 })
      return relaxed.flatMap((it) => (it.kind === 'corrected' ? it.to : []))[0]
    }
    for (const [figure, query] of [
      [beside, `${slip} ${good}`],
      [alone, slip],
    ] as const) {
      const read = await readAs(query)
      if (read === word) figure.right++
      else if (read !== undefined) figure.wrong++
    }
  }
  let known = 0
  while (known < SAMPLES) {
    const word = oneOf(characters) + oneOf(characters)
    if (!tokeniser.knows(word) || all.includes(word)) continue
    known++
    const good = oneOf([...counts.keys()].filter(isCommon))
    const { relaxed } = await search.search(`${word} ${good}`, { limit: 1 })
    if (!relaxed.some((it) => it.kind === 'corrected')) left++
  }
  const share = ({ right, wrong }: typeof beside) => ({ right: right / SAMPLES, wrong: wrong / SAMPLES })
  return { beside: share(beside), alone: share(alone), left: left / SAMPLES }
}
