import { html, joinHtml, type SafeHtml } from '../../chat/index.ts'
import type { Article } from '../../domain/index.ts'
import { sentencesOf } from '../../language/index.ts'

/**
 * The body of an article: sub-heads where they were printed, paragraphs with each sentence under its number (`s1`,
 * `s2`, …, through the whole article), captions at the end. A link to `#s12` leads to the twelfth sentence.
 */
export function renderBody(
  article: Article,
  inScript: (text: string) => string,
  caption: (text: string) => string,
): SafeHtml {
  let number = 0
  const paragraph = (text: string) => {
    const spans = sentencesOf(text).map(([from, to]) => {
      number++
      return html`<span id="s${number}">${inScript(text.slice(from, to))}</span>`
    })
    return html`<p>${joinHtml(spans, '')}</p>`
  }
  const subheads = (before: number) =>
    article.subheads.filter((it) => it.before === before).map((it) => html`<h2>${inScript(it.text)}</h2>`)
  return joinHtml([
    ...article.paragraphs.flatMap((text, at) => [...subheads(at), paragraph(text)]),
    ...subheads(article.paragraphs.length),
    ...article.captions.map((text) => html`<p class="caption">${inScript(caption(text))}</p>`),
  ])
}
