/** What a reader can choose for each thing, the default first. */
export const CHOICES = {
  theme: ['auto', 'light', 'sepia', 'dark'],
  size: ['m', 's', 'l', 'xl'],
  face: ['serif', 'sans'],
  script: ['printed', 'hans', 'hant'],
} as const

/** One thing that can be chosen. */
export type Choice = keyof typeof CHOICES

/** How a reader wants pages to look. */
export type Preferences = { readonly [C in Choice]: (typeof CHOICES)[C][number] }

/** All that can be chosen, in the order in which the cookie holds it. */
export const CHOICE_NAMES = ['theme', 'size', 'face', 'script'] as const satisfies readonly Choice[]

const pick = <T extends string>(
  known: readonly [T, ...T[]],
  ...given: readonly (string | undefined | null)[]
): T => given.map((it) => known.find((one) => one === it)).find((it) => it !== undefined) ?? known[0]

/**
 * What a reader has chosen: with this request, else before, else the defaults. What is not known is passed over.
 * @param cookie `dark.l.serif.hant`
 */
export function readPreferences(asked: URLSearchParams, cookie: string | undefined): Preferences {
  const [theme, size, face, script] = (cookie ?? '').split('.')
  return {
    theme: pick(CHOICES.theme, asked.get('theme'), theme),
    size: pick(CHOICES.size, asked.get('size'), size),
    face: pick(CHOICES.face, asked.get('face'), face),
    script: pick(CHOICES.script, asked.get('script'), script),
  }
}

/** The value of the cookie that {@link readPreferences} reads. */
export const writePreferences = (preferences: Preferences): string =>
  CHOICE_NAMES.map((name) => preferences[name]).join('.')
