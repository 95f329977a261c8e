import { html, joinHtml, type SafeHtml } from '../html.ts'
import { COMMANDS, type Texts } from '../texts/index.ts'

/** Everything on one card: what to do, examples that find something here, the query language, the commands. */
export const renderHelp = (examples: readonly string[], texts: Texts): SafeHtml =>
  joinHtml([
    html`<b>${texts.helpTitle}</b>`,
    ...texts.helpBasics.map((line) => html`• ${line}`),
    ...renderExamples(examples, texts),
    '',
    html`<b>${texts.helpQueryTitle}</b>`,
    ...texts.helpQuery.map(([example, meaning]) => html`<code>${example}</code>　${meaning}`),
    '',
    ...COMMANDS.map((name) => html`/${name}　${texts.menu[name]}`),
  ])

/** What to try first. */
export const renderExamples = (examples: readonly string[], texts: Texts): readonly (SafeHtml | string)[] =>
  examples.length === 0 ? [] : ['', texts.tryThese, ...examples.map((it) => html`　<code>${it}</code>`)]
