/** Request → reply: commands, texts, HTML, keyboards. Plain data, no Telegram. */
export { type Conversation, createConversation } from './conversation.ts'
export { withinEntityLimit } from './entities/entity-limit.ts'
export { pickExamples } from './examples.ts'
export type { SafeHtml } from './html.ts'
export { type DigestRemarks, writeDigestNotice } from './notices/digest-notice.ts'
export type { News } from './notices/news.ts'
export { createNewsWriter, type WriteNews } from './notices/write-news.ts'
export type { Parts } from './parts.ts'
export {
  type Button,
  type Card,
  type InlineReply,
  type Keyboard,
  type Message,
  type Reply,
  TOAST_LENGTH,
} from './reply.ts'
export type { Action, Asker, InlineRequest, Place, Request } from './request.ts'
export { COMMANDS, LANGUAGES, type Language, type Texts, textsOf } from './texts/index.ts'
