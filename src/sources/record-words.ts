/** What a record of an article tells. */
export type Field = 'paper' | 'date' | 'page' | 'section' | 'headline' | 'kicker' | 'deck' | 'author' | 'body'

/*
 * Names of keys that nobody listed, by the words that they are made of: `ver_name` is the name of a page, `newsSubTitle` a title below
 * another. Programs put the thing first and what of it last, in English or in the letters of Chinese words.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const OF_PAGE = words('page ver layout plate board edition ban banmian bm bc 版面 版')
const OF_PAPER = words('paper newspaper media publication press bao bz baozhi 报纸 报刊')
const NUMBERS = words('no num number code order sequence seq 号 次')
const NAMES = words('name title label mc ming 名 名称 标题')
const TITLES = words('title headline heading biaoti bt 标题')
const BEFORE_TITLE = words('intro lead guide pre over shoulder kicker eyebrow yin jian')
const BELOW_TITLE = words('sub second secondary deck fu')
const DAYS = words('date day time datetime riqi rq shijian 日期 时间 日')
const TEXTS = words('content contents body text html txt con neirong zhengwen 内容 正文')
const AUTHORS = words('author authors writer writers reporter reporters byline zuozhe jizhe')
/** What is said of a record of a database, not of an article, and what is only a part of it or about it. */
const ABOUT_RECORD = words(
  'create created creation update updated modify modified last edit edited crawl crawled fetch fetched save saved insert inserted expire start end view click visit read sync delete comment short summary abstract desc description seo meta keyword url link pic image img picture video share list size count total type id status alias en',
)

const LAST_WORD = /(?<=\p{Script=Han})(标题|内容|正文|日期|时间|名称|名|号|次|日)$/u
const NO_LETTERS = /[^\p{L}]+/u

/** `docPubTime` is doc, pub, time; a name in one case stays one word. */
const wordsOf = (key: string): readonly string[] =>
  key
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .replace(LAST_WORD, ' $1')
    .split(NO_LETTERS)
    .filter((it) => it !== '')

/** What a key is the name of by its words; undefined where they do not tell. */
export function fieldByWords(key: string): Field | undefined {
  const all = wordsOf(key)
  const last = all.at(-1) ?? ''
  const before = all.slice(0, -1)
  if (all.length < 2 || all.some((it) => ABOUT_RECORD.has(it))) return undefined
  const has = (set: ReadonlySet<string>) => before.some((it) => set.has(it))
  if (has(OF_PAGE)) return NUMBERS.has(last) ? 'page' : NAMES.has(last) ? 'section' : undefined
  if (has(OF_PAPER) && NAMES.has(last)) return 'paper'
  if (TITLES.has(last)) return has(BEFORE_TITLE) ? 'kicker' : has(BELOW_TITLE) ? 'deck' : 'headline'
  if (DAYS.has(last)) return 'date'
  if (TEXTS.has(last)) return 'body'
  return AUTHORS.has(last) || has(AUTHORS) ? 'author' : undefined
}
