import { SearchServerError } from '../search/index.ts'
import { StoreError } from '../store/index.ts'
import { createAlbums } from './albums.ts'
import { routeCallback } from './callback-router.ts'
import { createAlertCommand, createAlertsCommand } from './commands/alert.ts'
import { createAnotherCommand } from './commands/another.ts'
import { createArticleCommand, createSavedCommand, createSummaryCommand } from './commands/article.ts'
import { createAskCommand, createTextCommand } from './commands/ask.ts'
import { createChannelCommand, meetChannel } from './commands/channel.ts'
import { createDigestCommand } from './commands/digest.ts'
import { rememberExamples } from './commands/examples.ts'
import { withFollowUps } from './commands/follow-up.ts'
import { answerGuess } from './commands/guessed.ts'
import { createHeadlinesCommand, createIssuesCommand, createLatestCommand } from './commands/headlines.ts'
import { createLanguageCommand } from './commands/language.ts'
import { createExportCommand, createForgetCommand, createPrivacyCommand } from './commands/privacy.ts'
import { createSearchCommand } from './commands/search.ts'
import { createHelpCommand, createStartCommand } from './commands/start.ts'
import { createStatusCommand } from './commands/status.ts'
import { createSubscribeCommand, createUnsubscribeCommand } from './commands/subscribe.ts'
import { answerAttachment, answerTalk } from './commands/talk.ts'
import { createTidyCommand } from './commands/tidy.ts'
import { createTimelineCommand, createTrendCommand } from './commands/trend.ts'
import { asksForOriginal, cardsInTraditional, inTraditional } from './in-traditional.ts'
import { html, joinHtml } from './markup/html.ts'
import { BURST, createPace, PER_SECOND } from './pace.ts'
import { answerTogether } from './sharing/answer-together.ts'
import { answerInline } from './sharing/inline.ts'
import { type CommandName, languageFor, type Texts, textsFor, textsOf } from './texts/index.ts'
import type { Command } from './turn/command.ts'
import type { Parts } from './turn/parts.ts'
import { type InlineReply, type Reply, say, toast } from './turn/reply.ts'
import type { Asker, InlineRequest, Request } from './turn/request.ts'
import type { Turn } from './turn/turn.ts'

/** Answers whatever people do in chats, as plain data. */
export interface Conversation {
  /** Answers what somebody did; `undefined` where there is nothing to say. Rejects when the archive is out of reach. */
  answer(request: Request): Promise<Reply | undefined>
  /** Answers what somebody types behind the bot's name. Rejects when the archive is out of reach. */
  answerInline(request: InlineRequest): Promise<InlineReply>
  /**
   * Answers what another process has begun to answer, and died over. What somebody said is answered, marked if it may have
   * been before; a press is not done twice, since that may undo what was done: who pressed is asked to look.
   */
  answerAgain(request: Request, mayBeAnswered: boolean): Promise<Reply | undefined>
  /** What to say if `answer` rejected, or could not be asked, with this error. */
  apologise(request: Request, error: unknown): Reply
}

/** `/a_<id>`, a link that Telegram makes of a word in any message, opens an article. */
const ARTICLE_LINK = /^a_([a-z2-7]{10})$/

/** Joins commands, buttons and inline mode to one conversation. */
export function createConversation(parts: Parts): Conversation {
  const article = createArticleCommand(parts)
  const examples = rememberExamples(parts)
  const commands: Readonly<Record<CommandName, Command>> = {
    search: createSearchCommand(parts),
    ask: createAskCommand(parts),
    trend: createTrendCommand(parts),
    timeline: createTimelineCommand(parts),
    headlines: createHeadlinesCommand(parts),
    latest: createLatestCommand(parts),
    digest: createDigestCommand(parts),
    alert: createAlertCommand(parts),
    alerts: createAlertsCommand(parts),
    subscribe: createSubscribeCommand(parts),
    unsubscribe: createUnsubscribeCommand(parts),
    saved: createSavedCommand(parts),
    article,
    summary: createSummaryCommand(parts),
    language: createLanguageCommand(),
    tidy: createTidyCommand(parts),
    channel: createChannelCommand(parts),
    privacy: createPrivacyCommand(parts),
    export: createExportCommand(parts),
    forget: createForgetCommand(),
    help: createHelpCommand(examples),
    start: createStartCommand(parts, examples, article),
  }
  /** Operators know of `/status`; it is not in the menu that readers see. */
  const known: Readonly<Record<string, Command>> = { ...commands, status: createStatusCommand(parts) }
  /** What is asked for in words alone, and has no command. */
  const spoken = { ...commands, issues: createIssuesCommand(parts), another: createAnotherCommand(parts) }
  const talk = { parts, commands: spoken, examples }
  const answerText = withFollowUps(parts, createTextCommand(parts), (text, turn) =>
    answerGuess(talk, text, turn),
  )
  const pace = createPace()
  const judge = async (userId: number) =>
    parts.askPace?.(userId, { burst: BURST, intervalMs: 1000 / PER_SECOND }) ??
    pace.judge(userId, parts.monotonicNow())
  const isFirstOfAlbum = createAlbums()
  const inline = answerTogether(
    (request, texts) => answerInline(parts, request, texts),
    () => parts.monotonicNow(),
  )

  const runCommand = async (name: string, text: string, turn: Turn): Promise<Reply> => {
    const id = ARTICLE_LINK.exec(name)?.[1]
    if (id !== undefined) return article(id, turn)
    const command = Object.hasOwn(known, name) ? known[name] : undefined
    return command ? command(text, turn) : say(turn.texts.unknownCommand(name))
  }

  const answer = async (turn: Turn): Promise<Reply | undefined> => {
    const { action } = turn.request
    switch (action.kind) {
      case 'command':
        return runCommand(action.name, action.text, turn)
      case 'text':
        return (await answerTalk(talk, action.text, turn)) ?? answerText(action.text, turn)
      case 'attachment':
        return isFirstOfAlbum(action.album) ? answerAttachment(action.what, examples, turn) : undefined
      case 'callback':
        return routeCallback(parts, action.data, turn)
      case 'joined':
        return say(turn.texts.welcomeGroup)
      case 'channel':
        return meetChannel(parts, action.chatId, turn)
    }
  }

  const answerFirst = async (request: Request): Promise<Reply | undefined> => {
    const verdict = await judge(request.user.id)
    if (verdict === 'silence') return undefined
    if (await isLeft(parts, request)) return toast(textsOf(languageFor(request.user.languageCode)).notHere)
    const texts = await hear(parts, request)
    if (verdict === 'answer') {
      const reply = await answer({ request, texts })
      return reply && texts.language === 'zh-Hant' && !asksForOriginal(request) ? inTraditional(reply) : reply
    }
    const told = texts.slowDown(`${Math.ceil(verdict.waitMs / 1000)}`)
    return request.action.kind === 'callback' ? toast(told) : say(told)
  }

  return {
    answer: answerFirst,
    answerAgain: async (request, mayBeAnswered) => {
      const { user, action } = request
      if (action.kind === 'callback')
        return toast(textsOf(languageFor(user.languageCode)).replicas.pressInterrupted)
      const reply = await answerFirst(request)
      if (!mayBeAnswered || reply?.kind !== 'send') return reply
      const { language } = (await parts.chats.get(request.chat.chatId)) ?? {}
      const { perhapsAgain } = textsOf(languageFor(language ?? user.languageCode))
      const { message } = reply
      return { kind: 'send', message: { ...message, html: joinHtml([html`${perhapsAgain}`, message.html]) } }
    },
    answerInline: async (request) => {
      const texts = textsOf(languageFor(request.user.languageCode))
      const reply = await inline(request, texts)
      return texts.language === 'zh-Hant' ? cardsInTraditional(reply) : reply
    },
    apologise: ({ action, user }, error) => {
      const { failed, tryLater, searchServer } = textsOf(languageFor(user.languageCode))
      const told =
        error instanceof SearchServerError
          ? searchServer.unavailable
          : error instanceof StoreError && error.passing
            ? tryLater
            : failed
      return action.kind === 'callback' ? toast(told) : say(told)
    },
  }
}

/**
 * True for a press in a group that the bot was thrown out of, or left: buttons stay behind, but nothing of that group is
 * changed any more. Whoever lets the bot in again is heard by that.
 */
async function isLeft({ chats }: Parts, { chat, action }: Request): Promise<boolean> {
  if (action.kind !== 'callback' || chat.kind === 'private') return false
  const paused = (await chats.get(chat.chatId))?.paused
  return paused === 'blocked' || paused === 'kicked'
}

/** The chat's own language, else that of whoever asks; from now on the chat is known. */
async function hear(
  { chats }: Parts,
  { chat, user }: { chat: Request['chat']; user: Asker },
): Promise<Texts> {
  const { language } = await chats.heard({ chatId: chat.chatId, kind: chat.kind })
  return textsFor(language, user.languageCode)
}
