import { lettersOnly, normalise } from '../language/index.ts'
import type { QuestionKind } from '../search/index.ts'
import { endsWithTitle, withoutTitle } from './person-names.ts'

/** Units and classifiers that news counts and measures in, as alternatives of a pattern. */
export const ANY_UNIT =
  '(?:个?国家|毫升|升(?![级高温至到值起])|剂次?|架次|个百分点|个小时|个月|个?基点|平方公里|平方千米|平方米|立方米|千瓦时|标准箱|标箱|美元|欧元|英镑|日元|卢布|公里|千米|公顷|公斤|千克|毫米|厘米|千瓦|兆瓦|人次|小时|分钟|周年|摄氏度|光年|海里|马赫|节|桶|桩|方面|人(?!民)|[个名位家条项种次件座套枚天岁级届场亩吨斤米户年元度国％%倍克秒层架艘辆列台颗所处款例起宗株本部篇字页城块金成只头尾期批轮道组桥支间张份首幅栋幢趟笔棵粒箱集卷册类群匹双])'

/** What a question wants to be told. */
export interface QuestionFocus {
  /** undefined if it asks for nothing in particular: then whatever says most of its topic will do. */
  readonly kind: QuestionKind | undefined
  /** For numbers: units that will do, longest first; any if there are none. */
  readonly units: readonly string[]
  /** For numbers: what is asked to be counted, as it is written behind 多少 and 几; may be cut short, or be empty. */
  readonly counted: string
  /** For times: whether the year, the day or the hour is wanted. */
  readonly precision: 'year' | 'day' | 'hour' | undefined
  /** What is asked for by its kind, as names end that are such: 州 in 哪个*州*, 核电站 in 哪个*核电站*; longest first, often none. */
  readonly types: readonly string[]
  /** Of whom the question asks who that is, by their name: then the office that they hold will do. */
  readonly named?: string | undefined
}

/** Nouns that ask for an answer of a kind by themselves, at the end of what was typed: 嫦娥六号发射时间. */
const NOUN_KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  ['time', /(?:时间|日期|日子|年份)$/u],
  ['place', /(?:地点|地址|位置|所在地)$/u],
  [
    'number',
    /(?:人数|数量|总数|数|金额|总额|面积|长度|高度|重量|价格|规模|比例|占比|增速|增长率|率|产量|销量|票房)$/u,
  ],
  ['reason', /(?:原因|缘由|理由|起因)$/u],
  ['person', /(?:是谁|姓名|名字)$/u],
  ['list', /(?:名单|清单)$/u],
]

/** Units by what the question asks the measure of. */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [
    /多少钱|多少资金|多少费用|什么价|价格|票价|额度|(?:投资|金额|资金|收入|产值|总额|营收|利润)[一-鿿]{0,4}(?<!(?:增长?|[降升涨跌])了?)(?:多少|几)/u,
    '亿元 万元 元 亿美元 万美元 美元 亿欧元 欧元 亿英镑 英镑 日元 卢布 韩元 卢比 法郎 瑞士法郎 港元 加元 澳元 人民币',
  ],
  [/多久|多长时间|几小时|多少时间/u, '年 个月 月 天 日 周 个小时 小时 分钟 秒'],
  [/(?:寿命|期|时|假|持续|历)[一-鿿]{0,5}多长/u, '年 个月 天 个小时 小时 分钟 秒 岁'],
  [/多长|全长|长度/u, '公里 千米 米 厘米'],
  [/多高|高度|身高/u, '米 层 厘米'],
  [/多远|距离/u, '公里 千米 米 光年'],
  [/多重|重量|多沉/u, '万吨 吨 公斤 千克 克 斤'],
  [/多快|时速|速度/u, '公里 千米 马赫 米'],
  [/多深|深度/u, '米 公里 千米 厘米'],
  [/多厚|厚度/u, '厘米 毫米 米'],
  [/多宽|宽度/u, '米 公里'],
  [/面积|(?:占地|展览|展馆|馆舍)[一-鿿]{0,4}多大/u, '万平方公里 平方公里 万平方米 平方米 万亩 亩 公顷'],
  [/规模(?:有|是|为|达)?多[大少]/u, '亿元 万元 元 人民币 亿美元 万美元 美元 人次 人 件 次 千瓦 平方米'],
  [
    /多大(?!年纪|岁数|年龄|地震)/u,
    '万平方公里 平方公里 万平方米 平方米 万亩 亩 公顷 岁 级 万吨 吨 亿元 万亿元',
  ],
  [/多大(?:年纪|岁数|年龄)|几岁|年龄|多少岁/u, '岁'],
  [/几级|多少级|多大地震|震级/u, '级'],
  [
    /比例|占比|百分之|增速|增长率|涨幅|降幅|(?:增长?|下降|上升|[涨升降跌])了?多少(?!人|个|钱|元)|[增降]幅|率(?:是|为|有)?多[少高]/u,
    '% 个百分点 倍 成',
  ],
  [
    /生产总值|gdp|总值|余额|市值|贷款|存款|进出口|出口额|零售|营业收入|资产|成交额|签约额|预算|财政|补助|损失|补贴|罚款|奖金/u,
    '亿元 万元 元 亿美元 万美元 美元 亿欧元 欧元 人民币',
  ],
  [/人口|人数|感染者|病例|游客|旅客|毕业生|考生|观众|客流|乘客|居民/u, '人次 人 例 名'],
  [/[降加]息|[上下]调利率|利率[上下]调/u, '个基点 基点 个百分点 %'],
  [/(?:降[雨水雪]|[雨雪])(?:量|有|是|为)*(?:多少|多大)|多少[雨雪]|雨量/u, '毫米 厘米'],
  [/[气水体]?温度?(?:有|是|为|达)?多[少高低]|多少度|几度/u, '℃ 摄氏度 度'],
  [/比分/u, '比 : ：'],
  [/几点|几时/u, '时 点 分'],
]

/** Classifiers that stand for one another: 多少人 is answered by 名, 位 and 人. */
const CLASSIFIERS: Readonly<Record<string, string>> = {
  人: '人 名 位 例',
  名: '名 人 位',
  位: '位 名 人',
  国家: '个国家 国',
  国: '国 个国家',
  个: '个 项 家 处 座 名 种 条 款 届 枚 人 位 套 场 国',
  家: '家 个 户',
  项: '项 个 条 款',
  项目: '个 项',
  种: '种 个 类 款',
  次: '次 场 轮 回 届',
  天: '天 日',
  个小时: '个小时 小时 分钟',
  个月: '个月 月',
  公里: '公里 千米 米',
  吨: '吨 公斤 斤',
  元: '元 美元 欧元',
  亩: '亩 公顷 平方公里',
  金牌: '枚 金 块',
  奖牌: '枚 块',
  文物: '件 组 余件',
  条: '条 项',
  方面: '方面 个方面 大 类 项',
  房间: '间 个 套',
  间: '间 个 套',
  套: '套 户',
  户: '户 家 万户',
  岁: '岁',
  年: '年 周年',
  周年: '周年 年',
  级: '级',
  米: '米 公里',
  度: '度 千瓦时 ℃ 摄氏度',
  度电: '度 千瓦时',
  列: '列 趟 对',
  趟: '趟 列 班 架次',
  颗: '颗 枚 星',
  星: '颗 枚 星',
  块: '枚 金 块 元',
  升: '升 毫升 吨 加仑',
  成: '成 % 分之一 分之二 分之三',
  省: '个省 省 个省份 省份 省区市',
  省份: '个省 省 个省份 省份 省区市',
  城市: '个城市 城市 个城 市',
  电: '千瓦时 度',
}

/**
 * Tells what would answer a question: which units, how exact a time.
 * @param question as typed @param kind what search has read from its question words
 * @param isName whether the archive calls somebody so
 */
export function focusOf(
  question: string,
  kind: QuestionKind | undefined,
  isName: (text: string) => boolean = () => false,
): QuestionFocus {
  const text = lettersOnly(normalise(question))
  const wanted =
    asksForName(text) && kind === 'thing'
      ? 'person'
      : (kind ?? NOUN_KINDS.find(([, pattern]) => pattern.test(text))?.[0])
  return {
    kind: wanted,
    units: wanted === 'number' ? unitsOf(text) : [],
    counted: wanted === 'number' ? countedIn(text) : '',
    precision: wanted === 'time' ? precisionOf(text) : undefined,
    types: wanted === 'thing' || wanted === 'place' || wanted === 'list' ? typesIn(text) : [],
    named: wanted === 'person' ? nameIn(text, isName) : undefined,
  }
}

/** 马克龙 in 马克龙总统是谁; of 法国总统是谁 there is none. */
function nameIn(text: string, isName: (text: string) => boolean): string | undefined {
  const [, bearer] = /^([一-鿿]{2,12})是(?:谁|何人|什么人|干什么的|做什么的)$/u.exec(text) ?? []
  const name = bearer === undefined ? undefined : withoutTitle(bearer)
  return name !== undefined && name.length >= 2 && isName(name) ? name : undefined
}

/** 总统叫什么 asks for a person, 卫星叫什么 for a thing. */
const asksForName = (text: string): boolean => {
  const [, bearer] = /^(.+?)(?:的名字)?(?:叫|是)(?:什么|啥)(?:名字?)?$/u.exec(text) ?? []
  return bearer !== undefined && /叫|名/u.test(text) && endsWithTitle(bearer)
}

function unitsOf(text: string): readonly string[] {
  const counted = countedIn(text)
  const classifier = UNIT_AT_START.exec(counted)?.[0] ?? ''
  const noun = counted.slice(classifier.length)
  const measure = measureIn(text)
  const known = NOUNS.find((it) => counted.startsWith(it)) ?? NOUNS.find((it) => noun.startsWith(it))
  const units = [known, classifier].flatMap((it) =>
    it === undefined || it === '' ? [] : (CLASSIFIERS[it] ?? it).split(' '),
  )
  return [...new Set([...units, ...(measure?.split(' ') ?? [])])].toSorted((a, b) => b.length - a.length)
}

/** The measure that is named nearest to the question word: 旅客携带物品免税*额度*是多少 asks for money. */
function measureIn(text: string): string | undefined {
  const asks = text.search(ASKS_HOW_MUCH)
  const at = asks < 0 ? text.length : asks
  const measures = MEASURES.flatMap(([pattern, units]) => {
    const match = pattern.exec(text)
    if (!match) return []
    const end = match.index + match[0].length
    return [{ units, gap: end <= at ? at - end : Math.max(0, match.index - at) }]
  })
  return measures.toSorted((a, b) => a.gap - b.gap)[0]?.units
}

const ASKS_HOW_MUCH = /多少|几|多[大久长高远重快深宽厚]/u

const countedIn = (text: string): string =>
  /(?:多少|几多|几[十百千万亿]*)([一-鿿]{0,5})/u.exec(text)?.[1] ?? ''

/** The first characters behind 哪个: where the noun ends is not known. */
function typesIn(text: string): readonly string[] {
  const behind = TYPE_BEHIND.exec(text)?.[1] ?? ''
  const ends = [4, 3, 2].filter((it) => it <= behind.length).map((it) => behind.slice(0, it))
  return ONE_LETTER_TYPE.test(behind) ? [...ends, behind.charAt(0)] : ends
}

/** Behind 哪个, and behind 什么 where it does not ask what something is: 用什么火箭, but not 是什么意思. */
const TYPE_BEHIND =
  /(?:哪(?:一|几|些|两)?[个位座家所名款种支条艘架届部项]?|(?:什么|啥)(?!样|名|意思|东西|时|地|人|原|事|情|内容|结果|来|去|的))([一-鿿]{1,4})/u

/** What names end with that are such: 加利福尼亚*州*. */
const ONE_LETTER_TYPE = /^[州省市县国区镇村岛湖河港湾队社厂校奖]/u

const UNIT_AT_START = new RegExp(`^(?:${ANY_UNIT})`, 'u')
const NOUNS = Object.keys(CLASSIFIERS).toSorted((a, b) => b.length - a.length)

function precisionOf(text: string): QuestionFocus['precision'] {
  if (/哪一?年|何年|年份|几几年/u.test(text)) return 'year'
  if (/几[点时]|几点钟/u.test(text)) return 'hour'
  return /哪一?[天日]|几[号日]|何日|日期/u.test(text) ? 'day' : undefined
}
