/** What a row of figures is about, and the figures. */
export type Row = readonly [title: string, figures: readonly string[]]

/** A table of Markdown. */
export function markdownTable([corner, head]: Row, rows: readonly Row[]): string {
  const line = ([title, figures]: Row) => `| ${title} | ${figures.join(' | ')} |`
  return [line([corner, head]), `|---${'|--:'.repeat(head.length)}|`, ...rows.map(line)].join('\n')
}

/** Three significant digits, thousands set apart; `–` where there is no figure. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return Number(value.toPrecision(Math.abs(value) < 1 ? 2 : 3)).toString()
}

/** How many times as much as another: `×0.25`. */
export const ratio = (value: number | undefined, base: number | undefined): string =>
  value === undefined || base === undefined || base === 0 ? '–' : `×${figure(value / base)}`

export const thousands = (articles: number): string => articles.toLocaleString('en')

/**
 * Puts text between `<!-- name -->` and `<!-- /name -->`, and leaves all else as it is.
 * @throws {RangeError} where the document has no such place
 */
export function putBetween(document: string, name: string, text: string): string {
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [document.indexOf(opening), document.indexOf(closing)]
  if (from < 0 || to < from) throw new RangeError(`there is no ${opening} … ${closing}`)
  return `${document.slice(0, from + opening.length)}\n${text}\n${document.slice(to)}`
}
