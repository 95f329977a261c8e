/** Where the settings of a subscription are shown: all of them, or the choices for one. */
export type Screen = 'panel' | 'time' | 'days' | 'zone' | 'topics' | 'quiet' | 'snooze'

/** What a button below the settings of a subscription does. */
export type Deed =
  | { readonly do: 'show'; readonly screen: Screen; readonly page: number }
  /** Subscribes, with the settings that there were, or those that a new subscription has. */
  | { readonly do: 'subscribe' }
  /** The same below another message, which stays as it is. */
  | { readonly do: 'subscribeBelow' }
  | { readonly do: 'unsubscribe' }
  | { readonly do: 'time'; readonly time: string }
  /** Every day named is wanted, no other. */
  | { readonly do: 'days'; readonly days: readonly number[] }
  /** The day is wanted, or no longer. */
  | { readonly do: 'day'; readonly day: number }
  | { readonly do: 'zone'; readonly zone: string }
  | { readonly do: 'length'; readonly length: 'short' | 'normal' }
  | { readonly do: 'skip'; readonly skip: boolean }
  /** Without hours: no quiet hours. */
  | { readonly do: 'quiet'; readonly hours?: readonly [from: string, to: string] }
  /** No digest for some days; 0 ends that. */
  | { readonly do: 'snooze'; readonly days: number }
  /** The topic is wanted, or no longer; `mark` as of `markOf`. */
  | { readonly do: 'topic'; readonly mark: string; readonly page: number }
  | { readonly do: 'allTopics' }

const SCREENS: Readonly<Record<string, Screen>> = {
  m: 'panel',
  t: 'time',
  d: 'days',
  z: 'zone',
  o: 'topics',
  q: 'quiet',
  p: 'snooze',
}

/** The parts of a press, to be joined by dots; none of them holds a dot. */
export function encodeDeed(deed: Deed): readonly (string | number)[] {
  switch (deed.do) {
    case 'show':
      return ['s', Object.keys(SCREENS).find((it) => SCREENS[it] === deed.screen) ?? '', deed.page]
    case 'subscribe':
      return ['y']
    case 'subscribeBelow':
      return ['b']
    case 'unsubscribe':
      return ['x']
    case 'time':
      return ['t', deed.time]
    case 'days':
      return ['w', deed.days.join('')]
    case 'day':
      return ['d', deed.day]
    case 'zone':
      return ['z', deed.zone]
    case 'length':
      return ['l', deed.length]
    case 'skip':
      return ['e', deed.skip ? 1 : 0]
    case 'quiet':
      return ['q', ...(deed.hours ?? [])]
    case 'snooze':
      return ['p', deed.days]
    case 'topic':
      return ['o', deed.mark, deed.page]
    case 'allTopics':
      return ['a']
  }
}

/** Reads the parts of a press; `undefined` where no button of ours could have sent them. */
export function decodeDeed([letter = '', first = '', second = '']: readonly string[]): Deed | undefined {
  switch (letter) {
    case 's': {
      const screen = Object.hasOwn(SCREENS, first) ? SCREENS[first] : undefined
      return screen && /^\d{1,3}$/.test(second) ? { do: 'show', screen, page: Number(second) } : undefined
    }
    case 'y':
      return { do: 'subscribe' }
    case 'b':
      return { do: 'subscribeBelow' }
    case 'x':
      return { do: 'unsubscribe' }
    case 't':
      return isTime(first) ? { do: 'time', time: first } : undefined
    case 'w':
      return /^1?2?3?4?5?6?7?$/.test(first) && first !== ''
        ? { do: 'days', days: first.split('').map(Number) }
        : undefined
    case 'd':
      return /^[1-7]$/.test(first) ? { do: 'day', day: Number(first) } : undefined
    case 'z':
      return /^[A-Za-z][\w+/-]{1,40}$/.test(first) ? { do: 'zone', zone: first } : undefined
    case 'l':
      return first === 'short' || first === 'normal' ? { do: 'length', length: first } : undefined
    case 'e':
      return { do: 'skip', skip: first === '1' }
    case 'q':
      if (first === '') return { do: 'quiet' }
      return isTime(first) && isTime(second) ? { do: 'quiet', hours: [first, second] } : undefined
    case 'p':
      return /^\d{1,3}$/.test(first) ? { do: 'snooze', days: Number(first) } : undefined
    case 'o':
      return /^[0-9a-f]{8}$/.test(first) && /^\d{1,3}$/.test(second)
        ? { do: 'topic', mark: first, page: Number(second) }
        : undefined
    case 'a':
      return { do: 'allTopics' }
    default:
      return undefined
  }
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
