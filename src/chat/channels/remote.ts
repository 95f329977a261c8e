import { handleAlertAction, setAlertPace, showAlerts } from '../alerts/show-alerts.ts'
import type { CallbackAction } from '../callback/actions.ts'
import { decodeCallback } from '../callback/callback-data.ts'
import { handleSubscriptionAction } from '../subscription/handle-action.ts'
import { buttonIfFits } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import type { Keyboard, Reply } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'

/** The same request as if it were made in the channel, by somebody who may change its settings. */
export const asInChannel = (turn: Turn, chatId: number): Turn => ({
  ...turn,
  request: {
    ...turn.request,
    chat: { chatId, kind: 'channel' },
    // Asked of Telegram before.
    isAdministrator: async () => true,
  },
})

/** Does in a channel what a button asks for, if it is about what is posted there. */
export async function actInChannel(
  parts: Parts,
  action: CallbackAction,
  turn: Turn,
): Promise<Reply | undefined> {
  if (action.kind === 'alerts') return showAlerts(parts, action.page, turn)
  if (action.kind === 'alertPace') return setAlertPace(parts, action, turn)
  if (action.kind === 'alert') return mayBeRemote(action) ? handleAlertAction(parts, action, turn) : undefined
  return isAboutSubscription(action) ? handleSubscriptionAction(parts, action, turn) : undefined
}

/** Buttons that were made for the channel itself, as they work from a private chat; those that cannot are left out. */
export const remoteKeyboard = (buttons: Keyboard, chat: number): Keyboard =>
  buttons
    .map((row) =>
      row.flatMap((it) => {
        if (!('callbackData' in it)) return []
        const action = decodeCallback(it.callbackData)
        return action && mayBeRemote(action)
          ? buttonIfFits(it.text, { kind: 'inChannel', chat, inner: it.callbackData })
          : []
      }),
    )
    .filter((row) => row.length > 0)

/** An alert is edited by typing, and run where it is read. */
const mayBeRemote = (action: CallbackAction): boolean =>
  action.kind === 'nothing' ||
  action.kind === 'alerts' ||
  action.kind === 'alertPace' ||
  (action.kind === 'alert' && action.action !== 'edit' && action.action !== 'run') ||
  isAboutSubscription(action)

type AboutSubscription = Parameters<typeof handleSubscriptionAction>[1]

const SUBSCRIPTION_KINDS: ReadonlySet<string> = new Set<AboutSubscription['kind']>([
  'settings',
  'subscribe',
  'unsubscribe',
  'setTime',
  'setDays',
  'toggleDay',
  'setTimeZone',
  'setLength',
  'setSkipWhenEmpty',
  'setWithPicture',
  'setQuietHours',
  'snooze',
  'toggleTopic',
  'allTopics',
])

const isAboutSubscription = (action: CallbackAction): action is AboutSubscription =>
  SUBSCRIPTION_KINDS.has(action.kind)
