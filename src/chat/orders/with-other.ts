import { normalise } from '../../language/index.ts'
import { isShortVerb } from '../../search/index.ts'

/** What somebody asked before. */
export interface AskedBefore {
  /** As it was typed. */
  readonly query: string
  /** What of it an article is to hold: without the words that only ask. */
  readonly topic: string
  /** The words of the topic, in their order. */
  readonly words: readonly string[]
}

/** Years, in whose place another one stands. */
const YEAR = /今年|去年|前年|\d{4}年/u
/** A topic so short may be one name, whatever words it is cut into. */
const NAME = 4
/** 今年, 去年底, 昨天, 上周, 6月: none of them is what was asked about. */
const TIME = /^(?:[今去前明后昨上下本][年天日周月]|\d)/u
/** Behind a blank, what was asked of the topic before it: 谁捐的, 什么时候回来的. */
const FRAME =
  /^(.+)\s((?:是|都|在|于|到底|究竟|一共|总共)?(?:谁|什么|啥|哪|多[少久大长高远]|几|为什么|为啥|怎么|咋|何时)\S*)$/u

/**
 * What was asked before, of another thing: in its place gives way what ends alike (开幕 to 闭幕, 养老金 to 公积金, 出生人口 to 老龄人口),
 * or else the first thing that is no time: 土耳其 in 土耳其地震死了多少人 to 叙利亚; 今年 to 去年. What was asked of a topic apart
 * from it (图书馆收到 捐赠 谁捐的) is asked of the other thing alone.
 */
export function withOther(other: string, { query, topic, words }: AskedBefore): string | undefined {
  const asked = normalise(query).trim()
  if (YEAR.test(other)) return YEAR.test(asked) ? asked.replace(YEAR, other) : `${other} ${asked}`
  const things = thingsOf(words, asked)
  const alike = things.findIndex((it) => it.at(-1) === other.at(-1))
  const frame = FRAME.exec(asked)?.[2]
  if (frame !== undefined && (alike < 0 || !frame.includes(things[alike] ?? ''))) return `${other} ${frame}`
  const was = alike >= 0 ? withItsKind(things, alike, other, asked) : (nameIn(topic, asked) ?? things[0])
  return was === undefined ? undefined : asked.replace(was, () => other)
}

/** 出生人口 where 老龄人口 is asked for: of a thing that both end with, what tells which one belongs to it. */
function withItsKind(things: readonly string[], at: number, other: string, asked: string): string {
  const thing = things[at] ?? ''
  const longer = (things[at - 1] ?? '') + thing
  const tellsWhich = other.length > thing.length && other.endsWith(thing)
  return tellsWhich && asked.includes(longer) ? longer : thing
}

/** A short topic without the verb at its end: 谷爱凌 in 谷爱凌拿了几块. */
function nameIn(topic: string, asked: string): string | undefined {
  const name = isShortVerb(topic.slice(-1)) && topic.length > 2 ? topic.slice(0, -1) : topic
  return name.length > 1 && name.length <= NAME && asked.includes(name) ? name : undefined
}

/** What belongs to the word before it: 白鹤|滩, 神舟|十六号. Not 和, 又 and what happens. */
const BELONGS = /^(?:\p{sc=Han}|第?[\d一二三四五六七八九十百]+[号届次期代型]?)$/u
const STANDS_ALONE = /^[的和与及同跟或又再还都也就才会要能在于是有被把给了过]$/u

/** The words that name things, with those put together that were cut out of one name; only what stands in the question. */
function thingsOf(words: readonly string[], asked: string): readonly string[] {
  const things: string[] = []
  for (const word of words) {
    const last = things.at(-1)
    const belongs = BELONGS.test(word) && !STANDS_ALONE.test(word) && !isShortVerb(word)
    if (last !== undefined && belongs && asked.includes(last + word)) things[things.length - 1] = last + word
    else if (!STANDS_ALONE.test(word) && !isShortVerb(word)) things.push(word)
  }
  return things.filter((it) => it.length > 1 && !TIME.test(it) && asked.includes(it))
}
