import { html, joinHtml } from '../markup/html.ts'
import type { CommandName, Texts } from '../texts/index.ts'
import { searchRows } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'

/** Everything on one card: what to do, the query language, the commands, folded up; below, examples that find something here. */
export const renderHelp = (examples: readonly string[], texts: Texts): Message => ({
  html: joinHtml([
    html`<b>${texts.helpTitle}</b>`,
    ...texts.helpBasics.map((line) => html`• ${line}`),
    '',
    html`<b>${texts.helpQueryTitle}</b>`,
    ...texts.helpQuery.map(([example, meaning]) => html`<code>${example}</code>　${meaning}`),
    '',
    html`<blockquote expandable>${renderCommands(texts)}</blockquote>`,
    ...renderOffer(examples, texts),
  ]),
  buttons: searchRows(examples),
})

/** Every command under a heading: a phone shows a list of twenty as a wall. */
const GROUPS: Readonly<Record<keyof Texts['help']['groups'], readonly CommandName[]>> = {
  read: ['search', 'ask', 'headlines', 'latest', 'trend', 'timeline', 'article', 'summary'],
  sent: ['digest', 'subscribe', 'unsubscribe', 'alert', 'alerts'],
  places: ['channel', 'tidy'],
  own: ['saved', 'language', 'privacy', 'export', 'forget', 'help', 'start'],
}

const renderCommands = ({ help, menu }: Texts) =>
  joinHtml(
    (['read', 'sent', 'places', 'own'] as const).map((group) =>
      joinHtml([
        html`<b>${help.groups[group]}</b>`,
        ...GROUPS[group].map((name) => html`/${name}　${menu[name]}`),
      ]),
    ),
    '\n\n',
  )

/** What a reader sees first: what there is to read, and what to try. */
export const renderWelcome = (
  {
    pages,
    articles,
    examples,
  }: { readonly pages: number; readonly articles: number; readonly examples: readonly string[] },
  texts: Texts,
): Message => ({
  html: joinHtml([texts.welcome(pages, articles), texts.alsoTry, ...renderOffer(examples, texts)]),
  buttons: searchRows(examples),
})

/** Leads over to the buttons below. */
const renderOffer = (examples: readonly string[], texts: Texts) =>
  examples.length === 0 ? [] : ['', texts.tryThese]
