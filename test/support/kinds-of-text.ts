/** Texts that only a broken or hostile source makes: what a pattern may stumble over, again and again. */

/** What a text is made of; a marker of each sort that the readers look for, whole and torn. */
const UNITS: readonly string[] = [
  ...charactersOf('（)【〔「』《〉“’"{'),
  ...charactersOf(' \u3000\t'),
  ...charactersOf('1九十〇２'),
  ...charactersOf('。，、；：！…—·.,;:-/|%'),
  ...charactersOf('aZ中王社电版年日转摄责的'),
  ...charactersOf('■→①Ⅳ⺀⼀豈\u0301\u200b\u{20000}\ud800\udc00'),
  'a\u0316\u0301',
  '\u0316\u0301',
  '葛\u{e0100}',
  '😀👍🏽',
  'ひらがな',
  '한국어',
  'مرحبا',
  '2024年7月30日',
  '二〇二四年七月三十日',
  '2024-07-30 ',
  '2024年，',
  '今天（7月30日）',
  '社北京7月30日电。',
  '记者',
  '本报记者 李四 ',
  '（记者 王五）',
  '记者 李四 文/图',
  '文/图',
  '摄影报道',
  '文/李四 图/王五 ',
  '李 四 ',
  '李四、王五、',
  '玛丽娜·拉古什·',
  'By John and ',
  '责任编辑 李四 ',
  '王毅、',
  '参加会见',
  '第01版 要闻 ',
  '第 3 页 ',
  '《江城日报》（2024年7月30日 第3版）',
  '08 2024年7月30日 星期二 ',
  '成都日报 ',
  '电话：',
  'www.a@b.c',
  '（上接第一版）',
  '（上接第',
  '（下转',
  '下转第二版',
  '新华社北京6月25日电',
  '（本报讯',
  '据新华社电。',
  '综合新华社、',
  '网和',
  '李四 摄',
  '新华社发（李四 摄）',
  '受访者供图',
  'abc def ',
  'Hello, world. ',
  'abc."',
  '1.2,3.',
  '12 ',
  '1,',
  '一、',
  '——',
  '……',
  '全 市 ',
  '今天天气很好。',
  '今天天气很好，',
  '“今天',
  '（今天。',
  '。）',
  '西部西部',
  '中国 成都 ',
  '中   国',
]

/** How units stand together; each makes a text of about so many UTF-16 units. */
const SHAPES: Readonly<Record<string, (unit: string, length: number) => string>> = {
  'one line of': (unit, length) => repeat(unit, length),
  'one long line that ends otherwise, of': (unit, length) => `${repeat(unit, length)}x丶`,
  'lines of': (unit, length) => repeat(unit, length).replace(/[^]{19}/g, '$&\n'),
  'short lines of': (unit, length) => repeat(`${unit}\n`, length),
  'blocks of': (unit, length) => repeat(`${unit}\n\n`, length),
  'sentences behind': (unit, length) => repeat(`${repeat(unit, 60)}，这是一句话。\n`, length),
  'signed lines of': (unit, length) => repeat(`正文一句。\n记者 李四 ${repeat(unit, 70)}丶\n`, length),
  'closing lines of': (unit, length) => repeat(`正文一句。综合${repeat(unit, 52)}丶\n`, length),
  'headlines and text of': (unit, length) =>
    repeat(`标题一行${unit}\n\n这是正文，${repeat(unit, 40)}，有二十多个字的一段话。\n\n`, length),
}

function charactersOf(text: string): readonly string[] {
  return Array.from(text)
}

const repeat = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** A kind of text, and how to make one of about so many UTF-16 units. */
export type KindOfText = readonly [name: string, make: (length: number) => string]

const kind = (shape: string, unit: string): KindOfText => [
  `${shape} ${JSON.stringify(unit)}`,
  (length) => SHAPES[shape]?.(unit, length) ?? '',
]

/** Texts of one line, of each unit. */
export const KINDS_OF_LINE: readonly KindOfText[] = [
  ...['one line of', 'one long line that ends otherwise, of'].flatMap((shape) =>
    UNITS.map((unit) => kind(shape, unit)),
  ),
  ['everything in turn', (length) => repeat(UNITS.join(''), length)],
  [
    'every character',
    (length) => Array.from({ length }, (_, at) => String.fromCharCode(at % 65_536)).join(''),
  ],
]

/** Texts of many lines: each shape of every eighth unit, each unit in some shape. */
export const KINDS_OF_LINES: readonly KindOfText[] = Object.keys(SHAPES).flatMap((shape, turn) =>
  shape.startsWith('one')
    ? []
    : UNITS.flatMap((unit, at) => (at % 8 === turn % 8 && unit.trim() !== '' ? [kind(shape, unit)] : [])),
)
