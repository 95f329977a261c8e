import type { Article } from '../../src/domain/index.ts'
import type { SearchEngine } from '../../src/search/index.ts'
import { recencyOf } from '../../src/search/ranking/recency.ts'

/** What comes again every year: festivals, examinations, fairs, weather, harvests. Chosen by hand, none while rules were made. */
export const RECURRING: readonly string[] = (
  '端午 高考 春运 台风 中秋 进博会 清明 寒潮 元宵 国考 服贸会 三夏 重阳 广交会 双十一 沙尘 五一 国庆 除夕 两会 ' +
  '汛期 高温 秋粮 早稻 春耕 秋收 中考 研究生考试 暑期档 春节档 六一 教师节 七夕 腊八 冬至 立春 国家公祭日 消博会 ' +
  '诺贝尔奖 达沃斯 国际劳动节 植树节 护士节 记者节 建军节 消费者权益日 全民国防教育日 世界互联网大会 龙舟 月饼 年货 春晚'
).split(' ')

/** Names of people, places and things that are in the news all year round. */
export const NAMES: readonly string[] = (
  '拜登 特朗普 泽连斯基 普京 马克龙 王毅 李强 丁薛祥 何立峰 内塔尼亚胡 岸田文雄 古特雷斯 哈马斯 欧盟 世卫组织 北约 联合国 ' +
  '华为 中石油 中国海油 国家电网 三峡集团 大熊猫 白鹤滩 港珠澳大桥 雄安 海南 成都 敦煌 故宫 长城 三星堆 C919 北斗 神舟 嫦娥 ' +
  '空间站 复兴号 黄河 长江 塔里木 粤港澳大湾区 京津冀 医保 养老金 碳排放 半导体 新能源汽车 芯片 石油 天然气'
).split(' ')

/** How often the latest occasion of what comes again leads. */
interface RecurringFigures {
  /** Topics that stand in six headlines or more, which are half a year apart or more. */
  readonly topics: number
  /** Share of topics whose first hit is of the half year before their newest headline; the same of the first three hits. */
  readonly led: number
  readonly ofThree: number
}

/** Asks for topics that recur: which of them are led by the latest occasion. */
export async function askRecurring(
  search: SearchEngine,
  articles: readonly Article[],
  topics: readonly string[],
): Promise<RecurringFigures> {
  let [asked, led, ofThree] = [0, 0, 0]
  for (const topic of topics) {
    const days = articles
      .filter((it) => it.headline.includes(topic))
      .flatMap(({ issueDate }) => issueDate ?? [])
      .toSorted()
    const newest = days.at(-1)
    if (newest === undefined || days.length < LEAST || seasonsBetween(days[0] ?? newest, newest) === 0)
      continue
    asked++
    const { hits } = await search.search(topic, { limit: 3, excerptCount: 0 })
    const isLatest = hits.map(
      ({ article }) => seasonsBetween(article.issueDate ?? '1900-01-01', newest) === 0,
    )
    if (isLatest[0]) led++
    ofThree += isLatest.filter(Boolean).length / 3
  }
  return { topics: asked, led: led / asked, ofThree: ofThree / asked }
}

/** How many names are taken for something that recurs, so that newer articles come first. */
export async function countRecurring(search: SearchEngine, names: readonly string[]): Promise<number> {
  let count = 0
  for (const name of names) {
    const { hits } = await search.search(name, { limit: 100, excerptCount: 0 })
    const dates = hits.map(({ article }) => Number(article.issueDate?.replaceAll('-', '') ?? 0))
    const recency = recencyOf(dates.map((date) => ({ date, complete: true })))
    if (dates.some((date) => recency({ date }) !== 1)) count++
  }
  return count
}

const LEAST = 6
/** Half a year apart is another occasion. */
const OCCASION_DAYS = 183

const seasonsBetween = (day: string, later: string): number =>
  Math.floor((Date.parse(later) - Date.parse(day)) / 86_400_000 / OCCASION_DAYS)
