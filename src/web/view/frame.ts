import { html, joinHtml, type SafeHtml, type Texts } from '../../chat/index.ts'
import { CHOICE_NAMES, CHOICES, type Choice, type Preferences } from './preferences.ts'

/** What every page is shown with. */
export interface View {
  /** Texts of the site, in the reader's language. */
  readonly texts: Texts
  readonly preferences: Preferences
  /** Writes what the papers say in the characters that the reader wants. */
  readonly inScript: (text: string) => string
  /** Where the site is: `https://news.example`. */
  readonly origin: string
  /** The address that was asked for; links that change the display lead to it. */
  readonly here: URL
  /** The bot's name without @, once it is known. */
  readonly bot: string | undefined
  /** Telegram vouches for the reader: there are bookmarks. */
  readonly isVerified: boolean
  /** Addresses of style and scripts, which change with what is in them. */
  readonly assets: { readonly style: string; readonly scripts: readonly string[] }
  readonly isIndexed: boolean
}

/** One page, without what surrounds each of them. */
export interface Sheet {
  readonly title: string
  /** Path and query of the page itself, without what the reader has set. */
  readonly path: string
  readonly main: SafeHtml
  /** For previews of the link. */
  readonly preview?: { readonly description: string; readonly picture?: string; readonly published?: string }
  /** What was searched for. */
  readonly query?: string
}

/** A whole page: head, the bar with search and display settings, and what it shows. */
export function renderFrame(view: View, sheet: Sheet): string {
  const { texts, preferences, assets, isIndexed, origin } = view
  const { web, locale } = texts
  const page = html`<!doctype html>
<html lang="${languageOf(view)}" data-theme="${preferences.theme}" data-size="${preferences.size}" data-face="${preferences.face}"${view.isVerified ? html` data-verified` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${sheet.title === web.site ? web.site : `${sheet.title} · ${web.site}`}</title>
${isIndexed ? '' : html`<meta name="robots" content="noindex">\n`}<meta name="color-scheme" content="${schemeOf(preferences.theme)}">
<link rel="canonical" href="${origin}${sheet.path}">
<link rel="icon" href="/read/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
${renderPreview(view, sheet)}${joinHtml(assets.scripts.map((it) => html`<script src="${it}" defer></script>`))}
</head>
<body>
<a class="skip" href="#text">${web.skip}</a>
<header class="bar"><nav aria-label="${web.site}"><a class="brand" href="/d" lang="${locale}">${web.site}</a>
<form class="search" action="/q" role="search"><input type="search" name="q" value="${sheet.query ?? ''}" placeholder="${web.searchHint}" aria-label="${web.search}" maxlength="200" required><button>${web.search}</button></form>
${renderDisplay(view)}</nav></header>
<main id="text" tabindex="-1">
${sheet.main}
</main>
</body>
</html>
`
  return page.markup
}

const languageOf = ({ preferences, texts }: View) => {
  if (preferences.script === 'printed') return texts.language === 'en' ? 'zh-Hans' : texts.language
  return preferences.script === 'hant' ? 'zh-Hant' : 'zh-Hans'
}

const schemeOf = (theme: Preferences['theme']) =>
  theme === 'auto' ? 'light dark' : theme === 'dark' ? 'dark' : 'light'

function renderPreview({ texts, origin }: View, { title, path, preview }: Sheet): SafeHtml {
  if (preview === undefined) return html``
  const { description, picture, published } = preview
  const lines = [
    ['og:type', 'article'],
    ['og:site_name', texts.web.site],
    ['og:title', title],
    ['og:description', description],
    ['og:url', `${origin}${path}`],
    ...(published === undefined ? [] : [['article:published_time', published]]),
    ...(picture === undefined
      ? []
      : [
          ['og:image', picture],
          ['og:image:type', 'image/png'],
          ['og:image:width', '1080'],
        ]),
  ]
  return html`<meta name="description" content="${description}">
${joinHtml(lines.map(([name = '', content = '']) => html`<meta property="${name}" content="${content}">`))}
<meta name="twitter:card" content="${picture === undefined ? 'summary' : 'summary_large_image'}">
`
}

/** What can be set, as links: they work without a script and without cookies. */
function renderDisplay(view: View): SafeHtml {
  const { web } = view.texts
  const labels: { readonly [C in Choice]: Readonly<Record<string, string>> } = {
    theme: web.themes,
    size: web.sizes,
    face: web.faces,
    script: web.scripts,
  }
  const orders: { readonly [C in Choice]: readonly string[] } = { ...CHOICES, size: ['s', 'm', 'l', 'xl'] }
  const rows = CHOICE_NAMES.map((name) => {
    const options = orders[name].map((value) => {
      const isChosen = view.preferences[name] === value
      return html`<a rel="nofollow" href="${changed(view.here, name, value)}"${isChosen ? html` aria-current="true"` : ''}>${labels[name][value] ?? value}</a>`
    })
    return html`<div role="group" aria-label="${web[name]}"><span>${web[name]}</span>${joinHtml(options, '')}</div>`
  })
  return html`<details class="display"><summary aria-label="${web.display}"><span aria-hidden="true">Aa</span></summary><div class="panel">${joinHtml(rows)}</div></details>`
}

/** The same page, shown otherwise. */
function changed(here: URL, name: Choice, value: string): string {
  const query = new URLSearchParams(here.search)
  query.set(name, value)
  return `?${query.toString()}`
}
