import { openList } from '../lists/open-list.ts'
import { readSpokenAlert, readSpokenAlertEnd } from '../orders/read-spoken-alert.ts'
import { readShortChange, readSpokenChange, readSpokenOrder } from '../orders/read-spoken-order.ts'
import type { SpokenPress } from '../orders/read-spoken-press.ts'
import { asksForSettings, readSpokenTopics } from '../orders/read-spoken-topics.ts'
import { readTalk } from '../orders/read-talk.ts'
import type { Texts } from '../texts/index.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, send } from '../turn/reply.ts'
import type { AttachmentKind } from '../turn/request.ts'
import type { Turn } from '../turn/turn.ts'
import { renderTalk } from '../views/talk-view.ts'
import type { Examples } from './examples.ts'
import { pressInWords } from './press-in-words.ts'

/** What is answered by a sentence that says where to press. */
type TalkAnswer = Exclude<keyof Texts['talk'], AttachmentKind>

/** What talk is answered with. */
export interface TalkParts {
  readonly parts: Parts
  readonly commands: TalkCommands
  readonly examples: Examples
}

/** The commands that answer what people say. */
type TalkCommands = Readonly<
  Record<
    | 'search'
    | 'digest'
    | 'headlines'
    | 'timeline'
    | 'trend'
    | 'help'
    | 'latest'
    | 'issues'
    | 'another'
    | 'subscribe'
    | 'unsubscribe'
    | 'alert'
    | 'alerts'
    | 'saved'
    | 'language'
    | 'privacy'
    | 'export'
    | 'forget'
    | 'channel',
    Command
  >
>

/** Answers what is no search with the command that is meant, or with a friendly sentence; undefined for a search. */
export async function answerTalk(
  { parts, commands, examples }: TalkParts,
  text: string,
  turn: Turn,
): Promise<Reply | undefined> {
  const setting = await readWishForSettings(parts, text, turn)
  if (setting !== undefined) return commands.subscribe(setting, turn)
  const alert = readSpokenAlert(text)
  if (alert !== undefined) return commands.alert(alert, turn)
  const alertEnd = readSpokenAlertEnd(text)
  if (alertEnd !== undefined) return showAlertsOf(alertEnd, { parts, commands }, turn)
  const talk = readTalk(text, parts.today())
  if (!talk) return undefined
  switch (talk.topic) {
    case 'greeting':
    case 'thanks':
    case 'farewell':
    case 'textSize':
    case 'tooLong':
    case 'turnPage':
    case 'articleButtons':
    case 'acknowledged':
    case 'wrong':
    case 'unclear':
    case 'smallTalk':
    case 'cannot':
      return sayKindly(talk.topic, examples, turn)
    case 'openArticle':
      return sayKindly('pressNumber', examples, turn)
    case 'press':
      return answerPress({ parts, commands, examples }, talk.press, turn)
    case 'emoji':
      return sayKindly('sticker', examples, turn)
    case 'news':
      return commands.digest(talk.day ?? '', turn)
    case 'newsOf': {
      const spec = { kind: 'search', query: talk.about, order: 'newest' } as const
      return send((await openList(parts, spec, turn)).message)
    }
    case 'page':
      return commands.search(
        [`版:${talk.page}`, talk.day && `日期:${talk.day}`].filter(Boolean).join(' '),
        turn,
      )
    case 'headlines':
      return commands.latest('', turn)
    case 'trend':
    case 'timeline':
      return commands[talk.topic](talk.query, turn)
    case 'howToUnsubscribe':
      return (await isSubscribed(parts, turn)) ? commands.subscribe('', turn) : commands.unsubscribe('', turn)
    case 'search':
      return commands.search(talk.query, turn)
    case 'alerts':
      return commands.alert('', turn)
    case 'pickIssue':
      return commands.issues('', turn)
    case 'another':
    case 'help':
    case 'subscribe':
    case 'unsubscribe':
    case 'saved':
    case 'language':
    case 'privacy':
    case 'export':
    case 'channel':
      return commands[talk.topic]('', turn)
  }
}

/** Without a list there is nothing to turn: a sentence says how that is done. */
export async function answerPress(
  { parts, commands, examples }: TalkParts,
  press: SpokenPress,
  turn: Turn,
): Promise<Reply> {
  const reply = await pressInWords(parts, press, turn)
  if (typeof reply !== 'string')
    return reply.kind === 'moreStories' ? commands.headlines(reply.date ?? '', turn) : reply
  const told = press.kind === 'open' ? 'pressNumber' : 'turnPage'
  return sayKindly(reply === 'noList' ? told : reply, examples, turn)
}

/** What is said of the digest, as it would stand behind `/subscribe`; empty to show the settings. */
async function readWishForSettings(parts: Parts, text: string, turn: Turn): Promise<string | undefined> {
  const order = readSpokenOrder(text, parts.now())
  if (order !== undefined) return order
  const change = readSpokenChange(text, parts.now())
  const topics = readSpokenTopics(text)
  const short = readShortChange(text, parts.now())
  const said = change ?? short ?? topics
  if (said === undefined && !asksForSettings(text, true)) return undefined
  // Without a subscription there is nothing to change: the settings say so, with a button.
  if (await isSubscribed(parts, turn)) return said ?? ''
  return change !== undefined || asksForSettings(text, false) ? '' : undefined
}

/** Shows the alert that is meant, with the buttons that mute and delete it; all, if it is none of them. */
async function showAlertsOf(
  query: string,
  { parts, commands }: Pick<TalkParts, 'parts' | 'commands'>,
  turn: Turn,
): Promise<Reply> {
  const alerts = query === '' ? [] : await parts.alerts.ofChat(turn.request.chat.chatId)
  const meant = alerts.find((it) => it.query === query) ?? alerts.find((it) => it.query.includes(query))
  return meant ? commands.alert(meant.id, turn) : commands.alerts('', turn)
}

async function isSubscribed({ subscriptions }: Parts, { request: { chat } }: Turn): Promise<boolean> {
  return (await subscriptions.get(chat.chatId, chat.threadId)) !== undefined
}

/** Says in one sentence what the bot cannot do with what was sent, and what it can. */
export const answerAttachment = (kind: AttachmentKind, examples: Examples, turn: Turn): Promise<Reply> =>
  sayKindly(kind, examples, turn)

/** One friendly sentence, and two buttons that lead on: to the digest, and to an example. */
export async function sayKindly(
  kind: AttachmentKind | TalkAnswer,
  examples: Examples,
  { texts }: Turn,
): Promise<Reply> {
  const [example] = await examples()
  return send(renderTalk(kind, example, texts))
}
