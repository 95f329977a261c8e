import type { Article } from '../../src/domain/index.ts'
import { sentencesOf } from '../../src/language/index.ts'

interface MadeQuestion {
  /** `sourceId` of the article that the sentence stands in. */
  readonly id: string
  readonly kind: string
  readonly question: string
  readonly answers: readonly string[]
}

/** Every so manieth article gives a question at most. */
const STEP = 37

/** A sentence pattern, and the question that it answers. */
const RULES: readonly (readonly [
  kind: string,
  pattern: RegExp,
  make: (m: RegExpExecArray) => readonly [string, string] | undefined,
])[] = [
  [
    'time',
    /今天（(\d{1,2}月\d{1,2}日)）[，]?([^，。；]{8,26}?)在([^，。；]{2,10}?)(举行|开幕|启动|举办|召开|开工|首飞|闭幕)/u,
    (m) => [`${m[2]}什么时候${m[4]}`, m[1] ?? ''],
  ],
  [
    'place',
    /[，）]([^，。；（）在]{8,26}?)在((?!京)[^，。；（）]{2,10}?)(举行|开幕|启动|举办|召开|开工|首飞|闭幕)/u,
    (m) => [`${m[1]}在哪里${m[3]}`, m[2] ?? ''],
  ],
  [
    'number',
    /(?:^|[，；])([\p{sc=Han}]{6,16}?)(?:达到|达|为|突破|超过)(\d[\d.]*[万亿]?)(人|亿元|万元|元|公里|个|家|亩|吨|千瓦|平方米|%)/u,
    (m) => [`${m[1]}是多少`, `${m[2]}${m[3]}`],
  ],
  [
    'person',
    /(?:^|[，。；同])((?!国家|主席|前|该|据|的)[\p{sc=Han}]{2,6}(?:总统|总理|首相|外长|议长|国防部长|财政部长))([\p{sc=Han}]{2,5}(?:·[\p{sc=Han}]{2,6})?)(?=表示|称|说|指出|会见|宣布|发表|在|当天)/u,
    (m) => [`${m[1]}是谁`, m[2] ?? ''],
  ],
  [
    'reason',
    /(?:^|[，。])(?:由于|因)([^，。；]{5,24})，([^，。；]{6,20})。/u,
    (m) => [`为什么${m[2]}`, m[1] ?? ''],
  ],
  [
    'list',
    /([\p{sc=Han}《》“”]{6,20}?)(?:包括|涵盖)([^，。；、]{2,10})、([^，。；、]{2,10})、/u,
    (m) => [`${m[1]}包括哪些`, m[3] ?? ''],
  ],
]

/**
 * Makes questions of sentences of the archive by rules: what a sentence says of a time, place, number, person, reason or
 * list is asked for in its own words. Only what few articles tell of is asked, so that it has one answer.
 */
export function makeQuestions(articles: readonly Article[]): readonly MadeQuestion[] {
  const made: MadeQuestion[] = []
  const texts = articles.map((it) => it.paragraphs.join('\n'))
  const used = new Map<string, number>()
  for (const [i, article] of articles.entries()) {
    if (i % STEP !== 0 && i % STEP !== 11) continue
    for (const [kind, pattern, make] of RULES) {
      const sentence = article.paragraphs
        .flatMap((text) => sentencesOf(text).map((range) => text.slice(...range)))
        .find((it) => pattern.test(it))
      const match = sentence === undefined ? null : pattern.exec(sentence)
      const question = match && make(match)
      if (!question || (used.get(kind) ?? 0) >= MOST_OF_A_KIND) continue
      const about = question[0].replace(
        /^为什么|(?:什么时候|在哪里)[\p{sc=Han}]{2}$|是多少$|是谁$|包括哪些$/gu,
        '',
      )
      if (/^[的了和与]|今天|本届|本次|此次|该|其中|同比|这|目前|昨天|我们/u.test(about)) continue
      if (texts.filter((it) => it.includes(about)).length > (kind === 'person' ? 40 : 2)) continue
      used.set(kind, (used.get(kind) ?? 0) + 1)
      const answers = kind === 'person' ? namesBehind(about, texts) : [question[1]]
      made.push({ id: article.sourceId ?? '', kind, question: question[0], answers })
      break
    }
  }
  return made
}

/** Whoever held an office in the years of the archive: each was it when the article was printed. */
const namesBehind = (office: string, texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts.flatMap((text) =>
      Array.from(
        text.matchAll(
          new RegExp(
            `${office}(?:[\\p{sc=Han}]+·)*([\\p{sc=Han}]{2,5}?)(?=表示|称|说|指出|会见|宣布|发表|在|当天|[，。、])`,
            'gu',
          ),
        ),
        (match) => match[1] ?? '',
      ),
    ),
  ),
]

const MOST_OF_A_KIND = 60
