import { LANGUAGES, languageFor, type Texts, textsOf, type WebProblem } from '../chat/index.ts'
import { loadScriptConverter } from '../language/index.ts'
import { securityPolicy } from '../ops/index.ts'
import type { Assets } from './assets.ts'
import { type Answer, TYPES } from './http/answer.ts'
import { writeCookie } from './http/cookies.ts'
import type { Visit } from './http/visit.ts'
import type { SiteParts } from './pages/site-parts.ts'
import { renderFrame, type Sheet, type View } from './view/frame.ts'
import { renderProblemSheet } from './view/plain-sheets.ts'
import { CHOICE_NAMES, type Preferences, readPreferences, writePreferences } from './view/preferences.ts'

/** Nothing from elsewhere, nothing inline. Telegram for the browser shows Mini Apps in a frame. */
const SECURITY_POLICY = securityPolicy([
  "form-action 'self'",
  "frame-ancestors 'self' https://web.telegram.org",
])

/** For how long a browser remembers how pages are to look, in seconds. */
const PREFERENCES_LIFE = 365 * 24 * 3600

/** Makes answers of what is to be shown. */
export interface Views {
  readonly of: (visit: Visit) => Promise<View>
  readonly page: (visit: Visit, view: View, sheet: Sheet) => Answer
  /** @param start what the bot is to open */
  readonly problem: (visit: Visit, problem: WebProblem, status: number, start?: string) => Promise<Answer>
}

/** Shows pages in the reader's language, characters and display. */
export function createViews({ origin, access, bot }: SiteParts, assets: Assets): Views {
  const isIndexed = access === 'public'
  const addresses = {
    style: assets.address('style.css'),
    scripts: [assets.address('mini-app.js'), assets.address('reader.js')],
  }
  const isSecure = origin.startsWith('https://')

  const of = async ({ url, cookies, request, session }: Visit): Promise<View> => {
    const preferences = readPreferences(url.searchParams, cookies.get('display'))
    const convert = preferences.script === 'printed' ? undefined : await loadScriptConverter()
    return {
      texts: textsFor(preferences, request.headers['accept-language']),
      preferences,
      inScript:
        (preferences.script === 'hant' ? convert?.toTraditional : convert?.toSimplified) ?? ((text) => text),
      origin,
      here: url,
      bot: bot(),
      isVerified: session?.isVerified === true,
      assets: addresses,
      isIndexed,
    }
  }
  const headers = ({ url }: Visit, { preferences }: View): Answer['headers'] => ({
    'content-security-policy': SECURITY_POLICY,
    'cache-control': isIndexed ? 'no-cache' : 'private, no-cache',
    vary: 'Cookie, Accept-Language',
    ...(!isIndexed && { 'x-robots-tag': 'noindex' }),
    ...(CHOICE_NAMES.some((name) => url.searchParams.has(name)) && {
      'set-cookie': [
        writeCookie('display', writePreferences(preferences), { maxAgeSeconds: PREFERENCES_LIFE, isSecure }),
      ],
    }),
  })
  const answer = (visit: Visit, view: View, sheet: Sheet, status: number): Answer => ({
    status,
    type: TYPES.html,
    body: renderFrame(view, sheet),
    headers: headers(visit, view) ?? {},
  })
  return {
    of,
    page: (visit, view, sheet) => answer(visit, view, sheet, 200),
    problem: async (visit, problem, status, start) => {
      const view = await of(visit)
      const { headers: usual, ...rest } = answer(
        visit,
        view,
        renderProblemSheet(view, problem, start),
        status,
      )
      return { ...rest, headers: { ...usual, 'x-robots-tag': 'noindex' } }
    },
  }
}

/** The site speaks the language of the characters that were chosen, else the browser's. */
function textsFor({ script }: Preferences, accepted: string | undefined): Texts {
  if (script === 'hans') return textsOf('zh-Hans')
  if (script === 'hant') return textsOf('zh-Hant')
  const wanted = accepted?.split(',')[0]?.split(';')[0]?.trim()
  return wanted === undefined || wanted === '*' || wanted === ''
    ? (LANGUAGES[0] ?? textsOf('zh-Hans'))
    : textsOf(languageFor(wanted))
}
