import type { TextRange } from '../language/index.ts'
import { keepByKey } from '../ops/index.ts'
import type { AnswerForm } from './answer-form.ts'
import { endsWithTitle, officesOf, personNamesIn } from './person-names.ts'
import { namedPlacesIn } from './place-names.ts'
import { ANY_UNIT, type QuestionFocus } from './question-focus.ts'
import { COUNTRY_NAMES } from './scope.ts'

/** Digits with points and commas, or Chinese numerals of two or more characters, with what makes them thousands. */
const NUMBER =
  '(?:(?<!\\d|\\d[.,])\\d[\\d,.]{0,15}(?:[—～~至-]\\d[\\d,.]{0,15})?(?:余|多)?[十百千万亿]{0,3}|(?<![一二三四五六七八九十百千万两零〇])[一二三四五六七八九十百千万两零〇]{1,12}(?:余|多)?[万亿]{0,2}|[近超]?半数?|百分之[一二三四五六七八九十百点零〇]{1,12})(?:余|多|几)?'
const TIME_FORMS: readonly (readonly [RegExp, number])[] = [
  [/(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:[一-鿿]{0,3}\d{1,2}时(?:\d{1,2}分)?)?/gu, 1],
  [/\d{4}年(?:\d{1,2}月)?(?:底|初|末|春|夏|秋|冬)?/gu, 0.9],
  [/\d{1,2}月(?:份|底|初|中旬|上旬|下旬)?/gu, 0.7],
  [/\d{1,2}[日号](?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚|夜)?/gu, 0.9],
  [/\d{1,2}[时点](?:\d{1,2}分|许|整|半)?|\d{1,2}:\d{2}/gu, 0.75],
  [/今天|昨天|前天|明天|今晚|昨晚/gu, 0.5],
  [/去年|今年|明年|前年|本月|上月|下月/gu, 0.4],
]
const YEAR_FORMS: readonly (readonly [RegExp, number])[] = [
  [/\d{4}年/gu, 1],
  [/去年|今年|明年|前年/gu, 0.6],
]
const HOUR_FORMS: readonly (readonly [RegExp, number])[] = [
  [/\d{1,2}[时点](?:\d{1,2}分|许|整|半)?|\d{1,2}:\d{2}|零[时点]/gu, 1],
  [/凌晨|清晨|早上|上午|中午|下午|傍晚|今晚|昨晚/gu, 0.5],
]

/** Whoever is no person may have done it too: 谁夺得冠军 is answered by a team. */
const BODY_FORMS: readonly (readonly [RegExp, number])[] = [
  [/(?:名叫|当选|由|任命|提名|授予|接替|击败|战胜|推选|选举)[一-鿿]{2,8}/gu, 0.5],
  [
    /[一-鿿]{2,12}(?:队|部|局|委|会|院|司|公司|集团|组织|中心|署|厅|政府|银行|大学|团队|代表团|军方|机构|武装|法院)/gu,
    0.5,
  ],
  [new RegExp(COUNTRY_NAMES, 'gu'), 0.4],
]

/** 于当地时间 and 在清晨 tell when. */
const PLACE_FORMS: readonly (readonly [RegExp, number])[] = [
  [
    /(?:位于|地处|坐落于|坐落在|发生在|落户|登陆(?!的|后|时|前|点|过程|期间|地)|抵达|落幕于)(?!当[地天日晚时月年]|凌晨|清晨)[一-鿿]{2,}/gu,
    1,
  ],
  [
    /(?:在|于|从|由|赴|至)(?!目前|当前|当[地天日晚时月年]|凌晨|清晨|早上|傍晚|夜[间里晚]|晚[上间]|近日|日前|去年|明年|此|这|那|其|本|今|昨|一|前|后|第|各|同|与|我们|进行|推动|推进|继续|持续|肆虐|举行|召开|举办|开展|加快|加强|努力|积极|\d|[上下内中外会](?!海|蒙|国|东|亚|山|非|部|饶|卫|高桥|宁))[一-鿿]{2,14}?(?=举行|召开|开幕|闭幕|举办|发射|登陆|发生|开工|启动|开通|投产|交付|建成|下水|首飞|落户|起飞|签署|签约|揭幕|发布|出土|发现|成功|正式|顺利|点火|遇|逝世|去世|被|完成|进行|会见|会谈|[,。、;])/gu,
    0.95,
  ],
  [
    /(?!届)[一-鿿]{1,8}(?:省|市|县|区|州|镇|村|港|岛|湾|群岛|海域|海峡|半岛|高原|盆地|沙漠|山脉|机场|车站|中心|大会堂|体育场|剧院|广场|公园|街|大道|场馆|码头|海岸|地区|边境|境内)/gu,
    0.7,
  ],
  [
    /(?:在|于)(?!目前|当前|当[地天日晚时月年]|凌晨|清晨|早上|傍晚|夜[间里晚]|晚[上间]|近日|日前|去年|明年|此|这|那|其|本|今|昨|前|后|第|各|同|与|我们|进行|推动|推进|继续|持续|肆虐|举行|召开|举办|开展|加快|加强|努力|积极|\d|[上下内中外会](?!海|蒙|国|东|亚|山|非))[一-鿿]{2,6}/gu,
    0.55,
  ],
]

/** 从某集团获悉 tells who told it. */
const HEARD = /获悉|了解|得知/u

const REASON_FORMS: readonly (readonly [RegExp, number])[] = [
  [/因为|由于|原因(?:是|为|在于|包括)|是因为|是为了|缘于|源于|归因于|所致|鉴于/gu, 1],
  [
    /受[^,。;]{2,40}影响|导致|致使|造成|引发|因(?!此|素|而|特|子|果|地)[一-鿿]|起因|为了|旨在|以便|担心|担忧|抗议|反对|指责|认为/gu,
    0.7,
  ],
]

const LIST_FORMS: readonly (readonly [RegExp, number])[] = [
  [
    /(?:包括|涵盖|涉及|分别[为是]|包含|囊括|覆盖|有|为|是|入选|对)?[^,。、;]{2,24}(?:、[^,。、;]{1,24})+(?:[和及与以][^,。;]{2,20})?/gu,
    1,
  ],
  [/[“《][^“《”》]{1,40}[”》](?:[、和]?[“《][^“《”》]{1,40}[”》])+/gu, 1],
  [/(?:包括|涵盖|涉及|分别[为是])[^。;]{4,}/gu, 0.8],
]

/** How a thing is told: X 是 Y, a name in quotation marks, a purpose. */
const THING_FORMS: readonly (readonly [RegExp, number])[] = [
  [/(?:是指|指的是|是|即|为|称为|名为|被称为|叫做|成为)[^,。;]{2,}/gu, 1],
  [/[“《][^“《”》]{2,40}[”》]/gu, 0.8],
]
const MANNER_FORMS: readonly (readonly [RegExp, number])[] = [
  [
    /(?:在|因|遭|被)[^,。;]{0,16}(?:事故|空难|坠毁|袭击|空袭|地震|爆炸|车祸|坠机|火灾|枪击|枪杀|疾病|病)(?:中|后|而)?/gu,
    1,
  ],
  [/(?:通过|采用|利用|运用|借助|采取|依托|按照|方式|办法|措施)/gu, 1],
]

/** The stretches of a sentence that may answer, in no particular order. */
export function answerFormsIn(sentence: string, focus: QuestionFocus): readonly AnswerForm[] {
  const typed = focus.types.length > 0 ? allOf(sentence, [[typedPattern(focus.types.join(' ')), 1]]) : []
  return [...typed, ...formsOfKind(sentence, focus)]
}

/** 哪个核电站 is answered by 志贺核电站, 哪个国家 by a country. */
const typedPattern = keepByKey((key) => {
  const types = key.split(' ')
  const named = `[^的在于为是和与及等个各该这那本某多几两全另同有到从由被把将对向以\\s\\d\\p{P}]{1,10}?(?:${types.map(escaped).join('|')})`
  return new RegExp(types.includes('国家') ? `${named}|${COUNTRY_NAMES}` : named, 'gu')
})

function formsOfKind(sentence: string, focus: QuestionFocus): readonly AnswerForm[] {
  switch (focus.kind) {
    case 'number':
      return numbersIn(sentence, focus.units)
    case 'time': {
      if (focus.precision === 'year') return allOf(sentence, YEAR_FORMS)
      if (focus.precision === 'hour') return allOf(sentence, HOUR_FORMS)
      return focus.precision === 'day' ? daysIn(sentence) : allOf(sentence, TIME_FORMS)
    }
    case 'person':
      return focus.named === undefined
        ? [...personNamesIn(sentence), ...allOf(sentence, BODY_FORMS)]
        : officesOf(sentence, focus.named)
    case 'place':
      return [...allOf(sentence, PLACE_FORMS), ...namedPlacesIn(sentence)].filter(
        ({ range }) => !HEARD.test(sentence.slice(...range)),
      )
    case 'reason':
      return allOf(sentence, REASON_FORMS)
    case 'list':
      return focus.types.some(endsWithTitle)
        ? [...allOf(sentence, LIST_FORMS), ...personNamesIn(sentence)]
        : allOf(sentence, LIST_FORMS)
    case 'thing':
      return allOf(sentence, THING_FORMS)
    case 'manner':
      return allOf(sentence, MANNER_FORMS)
    case 'yesNo':
    case undefined:
      return []
  }
}

/** 哪天 is hardly answered by a year. */
const daysIn = (sentence: string): readonly AnswerForm[] =>
  allOf(sentence, TIME_FORMS).map(({ range, fit }) => ({
    range,
    fit: /[日号天]/u.test(sentence.slice(...range)) ? fit : NO_DAY * fit,
  }))

const NO_DAY = 0.5

function allOf(sentence: string, patterns: readonly (readonly [RegExp, number])[]): readonly AnswerForm[] {
  return patterns.flatMap(([pattern, fit]) =>
    Array.from(
      sentence.matchAll(pattern),
      (match): AnswerForm => ({
        range: [match.index, match.index + match[0].length],
        fit,
      }),
    ),
  )
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

/** 万亿人民币 counts no people. */
const asUnit = (unit: string): string => (unit === '人' ? '人(?!民)' : escaped(unit))

/** A great number that says no unit, because the words before it do: 日均浏览次数超过1680万. */
const BARE_NUMBER = /(?<!\d|\d[.,])\d[\d,.]{0,15}(?:余|多)?[万亿]{1,2}(?=$|[,。;、:)”])/gu
const NO_UNIT = 0.4

/** A number in one of some units with blanks between, or in any that is one if none is told. */
const numberPattern = keepByKey((units) => {
  const wanted = units === '' ? ANY_UNIT : units.split(' ').map(asUnit).join('|')
  return new RegExp(`${NUMBER}(?:${wanted})`, 'gu')
})

function numbersIn(sentence: string, units: readonly string[]): readonly AnswerForm[] {
  if (units.includes(':')) return allOf(sentence, [[/\d{1,3}\s?[:：比]\s?\d{1,3}/gu, 1]])
  const fitting = allOf(sentence, [[numberPattern(units.join(' ')), 1]])
    .filter((it) => !isDate(sentence, it.range))
    .map((it) =>
      units.length === 0 && isTimeOrOrder(sentence, it.range) ? { range: it.range, fit: TIME_OR_ORDER } : it,
    )
  const bare = allOf(sentence, [[BARE_NUMBER, NO_UNIT]])
  if (units.length === 0) return [...fitting, ...bare]
  const any = allOf(sentence, [[numberPattern(''), 0.45]]).filter((it) => !isDate(sentence, it.range))
  return [...fitting, ...any, ...bare]
}

const TIME_OR_ORDER = 0.5

/** What was not asked for by 几天 or 第几: 持续40多天, 第41次. */
const isTimeOrOrder = (sentence: string, [from, to]: TextRange): boolean =>
  sentence.charAt(from - 1) === '第' ||
  /(?:小时|分钟|秒|天|年|年度|周年|岁|届)$/u.test(sentence.slice(from, to))

/** 6月, 8日 and 2024年 are numbers with a unit too, but count nothing. */
function isDate(sentence: string, [from, to]: TextRange): boolean {
  const text = sentence.slice(from, to)
  return (
    /^\d{4}年$/u.test(text) || /^\d{1,2}[月日号]$/u.test(text) || (/^[一第]/u.test(text) && text.length === 2)
  )
}
