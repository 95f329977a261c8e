import { WEEK } from '../../../digest/index.ts'
import { keepByKey } from '../../../ops/index.ts'
import type { Subscription } from '../../../store/index.ts'
import type { Texts } from '../../texts/index.ts'
import { button, rowsOf } from '../../turn/keyboard.ts'
import type { Message } from '../../turn/reply.ts'
import { backToPanel } from './panel-view.ts'
import { nameCity, nameDay } from './words.ts'

/** Times that most readers want; any other can be typed. */
const TIMES =
  '06:00 06:30 07:00 07:30 08:00 08:30 09:00 10:00 12:00 13:00 17:00 18:00 19:00 20:00 21:00 22:00'.split(' ')
const QUIET = [
  ['22:00', '07:00'],
  ['23:00', '08:00'],
  ['00:00', '09:00'],
  ['12:00', '14:00'],
] as const
const SNOOZE = [1, 3, 7] as const

const marked = (text: string, isChosen: boolean) => (isChosen ? `● ${text}` : text)

/** Times of day to choose from. */
export const renderTimes = ({ time }: Subscription, texts: Texts): Message => ({
  html: texts.subscription.askTime,
  buttons: [
    ...rowsOf(TIMES.map((it) => button(marked(it, it === time), { kind: 'setTime', time: it }))),
    ...backToPanel(texts),
  ],
})

/** Usual weeks in one row, single days to add and take away in two. */
export function renderWeek({ weekdays }: Subscription, texts: Texts): Message {
  const names = texts.subscription.days
  const preset = (name: 'every' | 'workdays' | 'weekend') =>
    button(marked(names[name], WEEK[name].join() === weekdays.join()), {
      kind: 'setDays',
      days: WEEK[name],
    })
  const days = WEEK.every.map((day) =>
    button(`${weekdays.includes(day) ? '✓ ' : ''}${nameDay(day, texts)}`, { kind: 'toggleDay', day }),
  )
  return {
    html: texts.subscription.askDays,
    buttons: [
      [preset('every'), preset('workdays'), preset('weekend')],
      ...rowsOf(days),
      [
        button(marked(texts.roundUp.weekly(nameDay(7, texts)), weekdays.join() === '7'), {
          kind: 'setDays',
          days: WEEK.sunday,
        }),
      ],
      ...backToPanel(texts),
    ],
  }
}

/** Cities to choose a time zone by. @param nowMs for offsets as they are now */
export const renderZones = ({ timeZone }: Subscription, nowMs: number, texts: Texts): Message => ({
  html: texts.subscription.askZone,
  buttons: [
    ...rowsOf(
      Object.keys(texts.subscription.cities).map((zone) =>
        button(marked(`${nameCity(zone, texts)} ${offsetOf(zone, nowMs)}`, zone === timeZone), {
          kind: 'setTimeZone',
          timeZone: zone,
        }),
      ),
      2,
    ),
    ...backToPanel(texts),
  ],
})

/** Quiet hours to choose from, and none. */
export function renderQuiet({ quietHours }: Subscription, texts: Texts): Message {
  const { noQuiet, askQuiet } = texts.subscription
  const hours = QUIET.map((it) =>
    button(marked(it.join('–'), it.join() === quietHours?.join()), { kind: 'setQuietHours', hours: it }),
  )
  const none = button(marked(noQuiet, quietHours === undefined), { kind: 'setQuietHours' })
  return { html: askQuiet, buttons: [hours.slice(0, 2), hours.slice(2), [none], ...backToPanel(texts)] }
}

/** For how many days to pause. */
export const renderSnooze = (texts: Texts): Message => ({
  html: texts.subscription.askSnooze,
  buttons: [
    SNOOZE.map((days) => button(texts.subscription.snoozeFor[days], { kind: 'snooze', days })),
    ...backToPanel(texts),
  ],
})

/** To make one takes a thousand times as long as to use it; there are some 600 zones at most. */
const offsetFormat = keepByKey(
  (timeZone) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }),
)

/** `UTC+8`, as it is now. */
function offsetOf(timeZone: string, nowMs: number): string {
  const parts = offsetFormat(timeZone).formatToParts(nowMs)
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? ''
}
