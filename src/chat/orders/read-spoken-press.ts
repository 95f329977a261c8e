import { readHanNumber } from '../../domain/index.ts'

/** What is said about the list that was shown last, in place of a button below it. */
export type SpokenPress =
  /** Opens an article of the page that is shown, counted from 1; −1: the last one. */
  | { readonly kind: 'open'; readonly place: number }
  /** `article`: the one after or before the one that was opened; without one, the page. */
  | { readonly kind: 'turn'; readonly to: 'next' | 'previous'; readonly of: 'page' | 'article' }
  | { readonly kind: 'order'; readonly order: 'newest' | 'oldest' }

/** One of a list: 第二篇, 打开第3条, 把第一篇发给我, 最后一条; a lone number of those that buttons have. */
const PLACE =
  /^(?:打开|看看?|点开|读|睇|把|将|我要看|open|read|show|show me)?(?:第(?<nth>\d{1,2}|[一二两三四五六七八九十]{1,2})[篇条个则]|(?<lone>[1-9]|1[0-2])|(?:number|no|article)(?<number>[1-9]|1[0-2])|the(?<word>first|second|third|last)one|(?<last>最后一?[篇条个则]))(?:文章|报道|新闻|发给我|给我看?|打开|(?:是)?(?:讲|说|写)(?:的|了)?(?:是)?(?:什么|啥)的?|详细(?:说说|讲讲)?)?$/u
const WORDS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, last: -1, 两: 2 }

const THINGS = '(?:新闻|消息|文章|报[道导])'
const SOME = '(?:(?:几|两|一些|[点些])[条篇个则页批]?|一[点些]|多一?[点些]|更多)'
const NEXT_PAGE = [
  // 再来几条, 多给点, 再看几篇新闻
  new RegExp(`^(?:再|多)(?:给我)?(?:来|给|看|发|找|要|整|弄|搞)(?:我)?${SOME}(?:的?${THINGS}|看看?)?$`, 'u'),
  // 还有吗, 还有别的新闻吗, 有没有其他的, 仲有冇
  new RegExp(
    `^(?:[还仲]有(?:没有?|冇|什么|啥|哪些)?|(?:[还仲])?有(?:没有?|冇)?(?:别的|其他的?|其它的?|更多的?|另外的?)${THINGS}?(?:没有?)?)$`,
    'u',
  ),
  /^(?:往[下后]翻|往?[下后]一?[页批]|翻到?下一?页|换一?批|(?:后|下)[面边]的?|剩下的?|(?:看|显示)?更多|继续|再来)$/u,
  /^(?:next|nextpage|more|showmore|moreplease|goon|continue|anymore|whatelse)$/u,
]
const PREVIOUS_PAGE = /^(?:往[上前回]翻|往?[上前]一?[页批]|翻?回?上一?页|翻回去|previouspage|pageback)$/u
const NEXT_ARTICLE = /^(?:看|读|打开)?下一?[篇条个则]$|^nextone$/u
const PREVIOUS_ARTICLE = /^(?:看|读|打开)?上一?[篇条个则]$|^previousone$/u
/** 最新的, 有没有新一点的, 按时间排 */
const NEWEST =
  /^(?:我?要|只?看|有没有|有)?(?:最新|新一?[点些]|近一?[点些]|最近)的$|^(?:请)?按(?:时间|日期)(?:先后)?(?:排序?|排列|来)?$|^(?:the)?newest(?:first)?$/u
const OLDEST = /^(?:我?要|只?看|有没有|有)?(?:最早|最旧|早一?[点些])的$|^(?:the)?oldest(?:first)?$/u

/** 详细说说, 讲讲具体的, 说得详细点: the first article tells more. */
const DETAIL =
  /^再?(?:详细|具体|仔细|展开)一?[点些]?(?:地|的)?(?:说说|讲讲|说|讲|介绍)?$|^(?:说说?|讲讲?)[得的]?(?:详细|具体|仔细)(?:的|一?[点些])?$/u

/** @param plain without politeness, marks and blanks, in normal form */
export function readSpokenPress(plain: string): SpokenPress | undefined {
  const place = placeIn(plain)
  if (place !== undefined) return { kind: 'open', place }
  if (plain.length > 2 && DETAIL.test(plain)) return { kind: 'open', place: 1 }
  if (NEXT_PAGE.some((it) => it.test(plain))) return { kind: 'turn', to: 'next', of: 'page' }
  if (PREVIOUS_PAGE.test(plain)) return { kind: 'turn', to: 'previous', of: 'page' }
  if (NEXT_ARTICLE.test(plain)) return { kind: 'turn', to: 'next', of: 'article' }
  if (PREVIOUS_ARTICLE.test(plain)) return { kind: 'turn', to: 'previous', of: 'article' }
  if (NEWEST.test(plain)) return { kind: 'order', order: 'newest' }
  return OLDEST.test(plain) ? { kind: 'order', order: 'oldest' } : undefined
}

function placeIn(plain: string): number | undefined {
  const { nth, lone, number, word, last } = PLACE.exec(plain)?.groups ?? {}
  if (last !== undefined) return -1
  const said = nth ?? lone ?? number ?? word
  if (said === undefined) return undefined
  return WORDS[said] ?? (/^\d/u.test(said) ? Number(said) : readHanNumber(said))
}
