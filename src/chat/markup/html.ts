/** Markup that Telegram may parse. Made in this file alone, so that nothing unescaped gets in. */
export class SafeHtml {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }

  /** UTF-16 units that Telegram counts: what is left once the tags are parsed. */
  get length(): number {
    return this.markup.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '.').length
  }
}

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITY[character] ?? character)

const toMarkup = (value: SafeHtml | string | number): string =>
  value instanceof SafeHtml ? value.markup : escape(`${value}`.toWellFormed())

/** html`<b>${headline}</b>` escapes each value, unless the value is {@link SafeHtml} already. */
export const html = (parts: TemplateStringsArray, ...values: (SafeHtml | string | number)[]): SafeHtml =>
  new SafeHtml(String.raw({ raw: parts }, ...values.map(toMarkup)))

/** The same markup with its text, between the tags, changed by a function that leaves marks (`&amp;`) as they are. */
export const mapText = ({ markup }: SafeHtml, change: (text: string) => string): SafeHtml =>
  new SafeHtml(markup.replace(/[^<>]+(?=<|$)/g, change))

/** Puts pieces after one another, with a separator between them; `undefined` is left out, an empty piece is not. */
export function joinHtml(pieces: readonly (SafeHtml | string | undefined)[], separator = '\n'): SafeHtml {
  const markup = pieces.filter((piece) => piece !== undefined).map(toMarkup)
  return new SafeHtml(markup.join(escape(separator)))
}
