import type { Article } from '../domain/index.ts'
import { sentencesOf } from '../language/index.ts'
import { pairsOf } from './pairs.ts'

/** A sentence that may go into a summary. */
export interface Sentence {
  readonly text: string
  /** From 0, among the sentences of the article. */
  readonly place: number
  readonly pairs: ReadonlySet<string>
  /** Number of letters, digits and Han characters. */
  readonly length: number
}

/** `本报讯 （…记者 …）`, `新华社北京6月25日电（记者…）`: who reports is no part of what is reported. */
const DATELINE =
  /^(?:本报(?:讯|[一-龥]{0,8}(?:\d{1,2}月\d{1,2}日)?电)|[一-龥]{2,6}社[一-龥]{0,8}(?:\d{1,2}月\d{1,2}日)?(?:专)?电)\s*(?:[（(][^（）()]*[）)])?\s*/u

/** The sentences of the paragraphs, in order, without datelines and without stretches too short to say anything. */
export function sentencesOfArticle(article: Article): readonly Sentence[] {
  const texts = article.paragraphs.flatMap((paragraph) =>
    sentencesOf(paragraph).map((range) => paragraph.slice(...range).replace(DATELINE, '')),
  )
  const sentences = texts.map((text, place) => ({
    text,
    place,
    pairs: pairsOf(text),
    length: text.match(LETTERS)?.length ?? 0,
  }))
  const telling = sentences.filter((it) => it.length >= SHORTEST)
  return telling.length > 0 ? telling : sentences.filter((it) => it.length > 0)
}

const SHORTEST = 8
const LETTERS = /[\p{L}\p{N}]/gu
