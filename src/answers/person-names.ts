import type { AnswerForm } from './answer-form.ts'

/** What stands before the name of a person. */
const TITLE =
  /国家主席|总统|总理|首相|主席|议长|部长|外长|防长|财长|国务卿|大使|秘书长|总干事|书记|省长|市长|州长|县长|行政长官|国王|女王|王储|酋长|埃米尔|总裁|董事长|总经理|首席执行官|行长|院长|校长|所长|局长|署长|主任|会长|理事长|发言人|司令|参谋长|领导人|领袖|教练|队长|队员|选手|运动员|冠军|航天员|宇航员|院士|教授|研究员|专家|工程师|设计师|总师|博士|医生|法官|检察官|律师|导演|演员|作家|诗人|候选人|嫌疑人|凶手|枪手|男子|女子|代表|委员|得主|负责人|大臣|组合|名将|小将|老将|将军|书法家|画家|企业家|家/gu

/** The most frequent surnames of Chinese (census of 2020), and some two-character ones are begun by them as well. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤桂景费聂尚温牛樊葛邢安齐易乔伍庞颜倪庄章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尤阎柏阮霍习栗韩丁',
)

/** Characters that foreign names are written with (after the tables of Xinhua's 《世界人名翻译大辞典》). */
const FOREIGN = new Set(
  '朗默登朔茨冯桑柯蓬顿贡甘根赖昂邦祖赞滕娅妮莎珊黛蕾薇琪仑阿埃艾安奥巴拜班贝本比彼别波博布查达戴丹德迪蒂丁东杜多厄恩尔法费菲弗福富盖格戈哥古哈海汉赫亨胡华霍基吉加贾杰金卡凯坎康科克肯库夸拉莱兰劳勒雷里利莉丽连林琳隆卢鲁伦罗洛马玛迈麦曼芒梅门蒙米密明莫姆穆纳娜奈内尼涅宁纽诺努欧帕派佩彭皮珀普奇齐契乔切琼丘热仁日容瑞萨塞森沙尚舍圣施什史舒斯丝司苏素索塔泰坦汤唐特滕提廷图托瓦万旺威韦维魏温文翁沃乌武西希席夏香肖谢辛雄休许逊雅亚扬杨耶叶伊易英尤于约扎泽詹珍朱兹佐夫娃柳季津采柴楚鲍勃舍捷绍察卓铁茹露芙芬黑怀因瓜圭',
)

/** What stands behind the name of a person who does something. */
const DOES =
  /同志|先生|女士|院士|教授|表示|指出|强调|宣布|认为|称|说|获得|夺得|率领|担任|当选|出任|就任|会见|会谈|主持|出席|抵达|获|夺|执行|组成|[3-9三四五六七八九]名|等|是|作为|曾|$|[,。、;:()\s/]|和|与|同|在|于|今天|\d/uy

/**
 * The names of people in a sentence, as far as their surroundings give them away: a title before them, what they do behind
 * them, dots in them, others in a row with them.
 */
export function personNamesIn(sentence: string): readonly AnswerForm[] {
  const names: AnswerForm[] = []
  const add = (from: number, to: number, fit: number) => names.push({ range: [from, to], fit })
  for (const match of sentence.matchAll(/[一-鿿]{1,7}(?:[·•-][一-鿿]{1,8}){1,3}/gu))
    add(...dottedAt(match.index, match[0]), 1)
  for (const match of sentence.matchAll(TITLE)) {
    const from = match.index + match[0].length
    const length = nameAt(sentence, from)
    if (length > 0) add(from, from + length, match[0] === '家' ? 0.6 : 1)
  }
  for (const match of sentence.matchAll(/(?<=^|[,。、;:和与由被是“])[一-鿿]{2,4}/gu)) {
    const length = nameAt(sentence, match.index)
    if (length === 0) continue
    const isListed =
      sentence.charAt(match.index - 1) === '、' || sentence.charAt(match.index + length) === '、'
    add(match.index, match.index + length, isListed ? 0.85 : 0.7)
  }
  return names
}

/** 物理学奖获得者戴维·格罗斯的专访 holds 戴维·格罗斯: what names are not written with is none of it. */
function dottedAt(at: number, text: string): readonly [from: number, to: number] {
  const first = text.search(DOT)
  const last = text.length - 1 - Array.from(text).toReversed().join('').search(DOT)
  let [from, to] = [first, last + 1]
  while (from > 0 && FOREIGN.has(text.charAt(from - 1))) from--
  while (FOREIGN.has(text.charAt(to))) to++
  // Behind the last dot a name has more than one character: 艾瑞克·森|超.
  if (to - last === 2 && to < text.length && !ENDS_NAME.test(text.charAt(to))) to++
  return [at + (from === first ? 0 : from), at + (to === last + 1 ? text.length : to)]
}

const DOT = /[·•-]/u
/** What goes on behind a name. */
const ENDS_NAME = /[的是在和与及同跟对向为被将把等说称讲曾也都还已获得夺会见来去到出于从]/u

/** Whether a text ends with what people are called beside their names: 秘鲁总统. */
export const endsWithTitle = (text: string): boolean =>
  Array.from(text.matchAll(TITLE)).some((it) => it[0] !== '家' && it.index + it[0].length === text.length)

/** A name without the title behind it: 马克龙 of 马克龙总统. */
export function withoutTitle(text: string): string {
  const last = Array.from(text.matchAll(TITLE)).findLast((it) => it.index + it[0].length === text.length)
  return last === undefined || last[0] === '家' ? text : text.slice(0, last.index)
}

/** What people are called before their names. */
const OFFICES = TITLE.source.split('|').filter((it) => it.length > 1)

/**
 * The archive calls somebody so if titles stand right before it more often than behind it: 总统马克龙, but not 总统法国. All titles
 * count together, for two names side by side (国家主席同埃及总统) put some title before any country.
 * @param rarityOf inverse document frequency
 */
export function isCalled(name: string, rarityOf: (text: string) => number): boolean {
  const told = (texts: readonly string[]) => texts.reduce((sum, it) => sum + Math.exp(-rarityOf(it)), 0)
  return told(OFFICES.map((it) => it + name)) > told(OFFICES.map((it) => name + it))
}

/** What a sentence calls somebody: 法国总统 before 马克龙. */
export function officesOf(sentence: string, name: string): readonly AnswerForm[] {
  const offices: AnswerForm[] = []
  for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
    const before = /[一-鿿·]{2,24}$/u.exec(sentence.slice(0, at))?.[0] ?? ''
    if (endsWithTitle(before)) offices.push({ range: [at - before.length, at], fit: 1 })
  }
  return offices
}

/** Units of the name that begins at `at`; 0 if none does. */
function nameAt(sentence: string, at: number): number {
  if (SURNAMES.has(sentence.charAt(at)))
    for (const length of [3, 2])
      if (doesSomething(sentence, at + length) && isHan(sentence, at, length)) return length
  const length = foreignNameAt(sentence, at)
  // 弗兰萨日前表示: 日前 tells when.
  return sentence.charAt(at + length - 1) === '日' && sentence.charAt(at + length) === '前'
    ? length - 1
    : length
}

/** No table holds all characters of foreign names: one in three may be unknown, if something is done behind it (恩圭马). */
function foreignNameAt(sentence: string, at: number): number {
  let [length, unknown] = [0, 0]
  while (length <= 8) {
    const letter = sentence.charAt(at + length)
    if (!FOREIGN.has(letter)) {
      if (unknown > 0 || length === 0 || !isHan(sentence, at + length, 1)) break
      unknown = length
    }
    length++
  }
  if (unknown > 0 && (length < 3 || length - 1 === unknown || !doesSomething(sentence, at + length)))
    length = unknown
  return length >= 2 && length <= 8 ? length : 0
}

function doesSomething(sentence: string, at: number): boolean {
  DOES.lastIndex = at
  return at <= sentence.length && DOES.test(sentence)
}

const isHan = (sentence: string, at: number, length: number) =>
  /^[一-鿿]+$/u.test(sentence.slice(at, at + length)) && sentence.length >= at + length
