import { readIssueDate } from '../issue-date.ts'
import { readPageLabel } from '../page-label.ts'
import type { BodyPart } from '../source-article.ts'
import { bare } from './web-title.ts'

/* What web pages set above and below a text in the same element: facts of the page, things to press, other articles, notices. */

/** In UTF-16 units; what is longer is text. */
const LONGEST_FACTS = 100
const LONGEST_NOTICE = 120
const LONGEST_BREAK = 24
const ENDS_SENTENCE = /[。！？!?…][”’」』）)》]*$/u
const FACT =
  /(?:来源|來源|作者|编辑|編輯|责编|时间|時間|日期|发布|發布|发表|發表|更新|点击|浏览|阅读|评论|字号|字体|字體|查看|回复|人气|出处|记者|撰文)\s*(?:[:：于]|[(（【]?\d)|^(?:[大中小]?字[号体]|楼主|只看该作者|主题|举报|收藏|分享)|只看该作者/u
const BREADCRUMB = /(?:^|\s)\S{1,12}\s?(?:>+|›|»|&gt;)\s?\S/u
const STEP = />+|›|»/u
/** 文/张三, 作者：张三, 本报记者 张三. */
const BYLINE =
  /^(?:[□■◎●▲]\s*)?(?:文\s*[/／丨|]|(?:作者|撰文|撰稿|文字|记者|記者)\s*[:：/／]|(?:作者|撰文)\s+|(?:本报|本報|本刊|本网|\p{Script=Han}{2,8})?(?:记者|記者|通讯员)[\s\u3000]+)\s*\S/u
const LABEL = /^(?:文\s*[/／丨|]|(?:作者|撰文|撰稿|文字|记者|記者)\s*[:：/／]|(?:作者|撰文)\s+)\s*/u
/** What of a line of facts names the author. */
const AUTHOR_FACT =
  /(?:作者|撰文|记者)\s*[:：]\s*([\p{Script=Han}·]{2,8}(?:[ 、,，]+[\p{Script=Han}·]{2,4}(?![\p{Script=Han}:：]))*|[\w.-]{2,20})/u
const SOURCE_FACT = /(?:来源|來源|出处)\s*[:：]\s*《?([\p{Script=Han}A-Za-z·]{2,20})/u

/** A short line that says that what follows is no part of the text. */
const BREAK =
  /^(?:【|\[)?(?:(?:相关|相關|推荐|更多|延伸|猜你|热门|热点|最新|精彩|往期|其他|其它|今日)\S{0,6}(?:阅读|閱讀|推荐|新闻|新聞|文章|报道|報道|稿件|链接|内容|资讯|回顾|喜欢|排行)|(?:\d+\s*条?|全部|网友|最新|发表|我要)?评论(?:\s*[(（]?\d*[)）]?)?|(?:上|下|前|后)一[篇条][:：]?.*|(?:标签|标籤|关键[字词]|热词\S{0,3})[:：].*|分享(?:到|至|让).*)(?:】|\])?[:：]?$/u
/** A line below a text about the page, its rights, or the program to read it with. */
const NOTICE =
  /^[（(【[「*]*\s*(?:责任?编辑|編輯|编辑|校对|审核|监制|初审|复审|终审|图片编辑|原标题|(?:特别|平台|免责|版权|重要)?(?:声明|聲明)|本文(?:.{0,12})(?:原创|转载|首发|来源|来自|由)|返回|打印|关闭|举报|打开|下载|扫(?:一扫|码|描)|长按|关注.{0,12}公众号|版权|版權|未经|转载请|阅读原文|点击(?:查看|阅读|上方|下方)|查看(?:更多|原文)|展开(?:全文|阅读)|Copyright|©|Powered by|Notice\s*:|关键[字词]|标签|个人签名|《[^《》]{2,20}》\s*[（(][^（）()]{6,40}[）)]$)|(?:公网安)?ICP备|(?:客户端|APP)[”」]?[。！!]?$|(?:报料|爆料|热线|电话)[^。]{0,10}[:：]?\s*[\d-]{7,}$/u
/** Words to find an article by, in a line of nothing else. */
const HASHTAGS = /^(?:#[^\s#，。]{1,20}\s*)+$/u

/** What the lines above a text say. */
export interface Lead {
  readonly date?: string
  readonly page?: string
  readonly section?: string
  readonly author?: string
  readonly source?: string
}

/** Whether a line names who wrote a text, and nothing else. */
export const isByline = (line: string): boolean =>
  line.length <= 40 && BYLINE.test(line) && !ENDS_SENTENCE.test(line)

/** The names in a byline, without what only says that they are names. */
export const namesOfByline = (line: string): string => line.replace(LABEL, '').trim()

/** Whether a line tells facts of a page above its text. */
export const isFactLine = (line: string): boolean =>
  line.length <= LONGEST_FACTS &&
  !ENDS_SENTENCE.test(line) &&
  (FACT.test(line) ||
    BREADCRUMB.test(line) ||
    readIssueDate(line) !== undefined ||
    readPageLabel(line) !== undefined)

const CLOCK = /今天是|今日是|现在是|當前|当前(?:时间|日期)/u

/** Whether a line shows the day on which a page is looked at. */
export const isClock = (line: string): boolean => CLOCK.test(line)

/** What facts a line above a text tells. */
export const leadOf = (line: string): Lead => {
  const date = isClock(line) ? undefined : readIssueDate(line)
  const label = line
    .split(STEP)
    .map((it) => (/版/u.test(it) ? readPageLabel(it) : undefined))
    .findLast((it) => it !== undefined)
  const author = isByline(line) ? namesOfByline(line) : AUTHOR_FACT.exec(line)?.[1]?.trim()
  const source = SOURCE_FACT.exec(line)?.[1]
  return {
    ...(date === undefined ? {} : { date }),
    ...label,
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
  }
}

const isShort = ({ text }: BodyPart): boolean => text.length <= LONGEST_FACTS && !ENDS_SENTENCE.test(text)

/** The parts of a text without what stands above and below it, and what the lines above it say. */
export function trimAround(
  parts: readonly BodyPart[],
  titles: readonly string[],
): { readonly parts: readonly BodyPart[]; readonly lead: Lead } {
  const known = new Set(titles.map(bare))
  const title = parts.findIndex(({ text }) => known.has(bare(text)))
  let start = title >= 0 && parts.slice(0, title).every(isShort) ? title + 1 : 0
  for (let part = parts[start]; part && start < parts.length - 1; part = parts[++start]) {
    if (
      part.kind === 'caption' ||
      !(isByline(part.text) || isFactLine(part.text) || known.has(bare(part.text)))
    )
      break
  }
  // The first of each fact counts.
  const lead: Lead = Object.assign(
    {},
    ...parts
      .slice(0, start)
      .map(({ text }) => leadOf(text))
      .toReversed(),
  )
  return { parts: withoutNotices(parts.slice(start)), lead }
}

/** The parts of a text without the notices and lists of other articles below it. */
export function withoutNotices(parts: readonly BodyPart[]): readonly BodyPart[] {
  const lengthOf = (some: readonly BodyPart[]) => some.reduce((sum, { text }) => sum + text.length, 0)
  const at = parts.findIndex(
    ({ text }, index) =>
      index > 0 &&
      text.length <= LONGEST_BREAK &&
      BREAK.test(text) &&
      lengthOf(parts.slice(index)) < lengthOf(parts.slice(0, index)),
  )
  let end = at < 0 ? parts.length : at
  while (end > 1 && isNotice(parts[end - 1])) end--
  return parts.slice(0, end)
}

const isNotice = (part: BodyPart | undefined): boolean =>
  part !== undefined &&
  part.kind !== 'caption' &&
  part.text.length <= LONGEST_NOTICE &&
  (NOTICE.test(part.text) || HASHTAGS.test(part.text) || BREAK.test(part.text))
