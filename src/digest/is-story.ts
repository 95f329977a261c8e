import type { Article } from '../domain/index.ts'

/** Headings of what a paper says about itself, and of what leads to other pages. */
const NOTE =
  /^(?:本[报刊版期]|今日|重要|版面)?(?:开栏(?:语|的话)|编者(?:按|的话)?|编后(?:语|记)?|结束语|写在前面|卷首语|主持人语|更正(?:启事|说明|声明)?|致歉(?:声明|信)?|勘误|启事|征稿(?:启事)?|征订(?:启事)?|导[读览]|内容提要|要目|目录|责任编辑|值班编委|图片新闻)(?:[：:].*)?$/u
/** The end of a caption, or a line that only says where a text comes from. */
const CREDIT =
  /(?:[（(\s。]|^)(?:[\p{Script=Han}·、 ]{0,16}(?:摄影?|供图|制图|配图|摄影报道)|(?:来源|据|稿件来源)[:：]?.{1,16}|(?:新华社|中新社|\p{Script=Han}{1,4}社)(?:发|图))[）)]?$/u
/** A sentence with enough in it to be told. */
const SENTENCE = /[^。！？!?]{9,}[。！？!?…][”’」』）)]*/u

/** A list of names has no sentence, and is news. */
const LONG_LIST = 200

/**
 * Whether an article is a story: it tells something in at least one sentence, and is no editor's note, caption or source
 * line.
 */
export function isStory({ headline, paragraphs }: Article): boolean {
  if (NOTE.test(headline.trim()) || CREDIT.test(headline.trim())) return false
  const length = paragraphs.reduce((sum, it) => sum + it.length, 0)
  return (
    length >= LONG_LIST || paragraphs.some((paragraph) => SENTENCE.test(paragraph.trim().replace(CREDIT, '')))
  )
}
