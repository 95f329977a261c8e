import type { Intent } from '../../src/chat/orders/intents/guess-intent.ts'
import type { Labelled } from './labelled.ts'
import { createChance, type Searches } from './searches.ts'

const BEFORE = [
  '',
  '',
  '',
  '请',
  '麻烦',
  '那个',
  '哎',
  '帮我',
  '我想',
  '你好，',
  '能不能',
  '报童，',
  '喂，',
  '嗯，',
  '那就',
  '可以',
  'please ',
] as const
const BEHIND = [
  '',
  '',
  '',
  '吧',
  '啊',
  '呗',
  '哈',
  '谢谢',
  '行吗',
  '好吗',
  '可以吗',
  '呀',
  '啦',
  '。',
  '！',
  '？',
  '一下',
  '~',
  ' please',
] as const

/** Sentences about something; `X` is what they are about. */
const SENTENCES: readonly (readonly [Intent, times: number, weight: number, string])[] = [
  [
    'alert-add',
    12,
    0.3,
    '有X的消息告诉我|关注X|盯着X|帮我盯一下X|留意X|X一有动静就告诉我|出了X的新闻喊我|X有新闻提醒我|提到X就通知我|帮我看着X',
  ],
  ['alert-remove', 12, 0.3, 'X不用盯了|别再提醒X了|取消X的提醒|X那个删了|不关注X了|把X去掉'],
  [
    'none',
    20,
    0.5,
    '找一下X的文章|有没有讲X的|X|关于X的报道|我想看X的新闻|X那个事|X的新闻|查X|X最新消息|搜X|我记得有篇写X的|X怎么样了|有X的新闻吗|X是什么|X在哪里|X什么时候开始|X多少钱|X为什么|什么是X|X的影响|find X|news about X',
  ],
]
/** What is searched for counts less: there is so much of it. */
const SEARCH_WEIGHT = 0.5
const POLITE_WEIGHT = 0.5
const POLITE_COPIES = 2

/** What is learnt from: messages, the same said more politely, sentences about many things, and what people search for. */
export function makeExamples(
  messages: readonly Labelled[],
  searches: readonly string[],
  { topics }: Pick<Searches, 'topics'>,
): readonly Labelled[] {
  const chance = createChance(11)
  const pick = (from: readonly string[]): string => from[Math.floor(chance() * from.length)] ?? ''
  const politely = messages.flatMap((it) =>
    Array.from({ length: POLITE_COPIES }, () => ({
      ...it,
      text: `${pick(BEFORE)}${it.text}${pick(BEHIND)}`,
      weight: POLITE_WEIGHT,
    })),
  )
  const sentences = SENTENCES.flatMap(([intent, times, weight, forms]) =>
    forms
      .split('|')
      .flatMap((form) =>
        Array.from({ length: times }, () => ({ intent, text: form.replace('X', pick(topics)), weight })),
      ),
  )
  const searched = searches.map((text) => ({ intent: 'none', text, weight: SEARCH_WEIGHT }) as const)
  return [...messages, ...politely, ...sentences, ...searched]
}
