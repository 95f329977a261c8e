/** Request → reply: commands, texts, HTML, keyboards. Plain data, no Telegram. */

export { pickExamples } from './commands/examples.ts'
export { type Conversation, createConversation } from './conversation.ts'
export { composedFront, pictureOfDay } from './lists/day-picture.ts'
export { withinEntityLimit } from './markup/entity-limit.ts'
export { html, joinHtml, SafeHtml } from './markup/html.ts'
export { type DigestRemarks, writeDigestNotice } from './notices/digest-notice.ts'
export type { News } from './notices/news.ts'
export { createNewsWriter, type WriteNews } from './notices/write-news.ts'
export {
  type Alarm,
  type ChannelObstacle,
  COMMANDS,
  LANGUAGES,
  type Language,
  languageFor,
  type Texts,
  textsFor,
  textsOf,
  type WebProblem,
} from './texts/index.ts'
export type { ChannelAccess, ChannelGate, Channels } from './turn/channels.ts'
export type { Parts } from './turn/parts.ts'
export {
  type Button,
  type Card,
  type InlineReply,
  type Keyboard,
  type Message,
  type OutgoingFile,
  type PictureAlone,
  type PictureMessage,
  type PrivateReply,
  type Reply,
  TOAST_LENGTH,
} from './turn/reply.ts'
export type { Action, Asker, AttachmentKind, InlineRequest, Request, RequestChat } from './turn/request.ts'
export { type CardOptions, composeCard } from './views/card-view.ts'
export { type QuotableSentence, quotableSentences, quotableTexts } from './views/quotable.ts'
export {
  renderCount,
  renderDate,
  renderDay,
  renderSource,
  renderWeekday,
} from './views/source-line.ts'
export { captionOf, renderLineCaption } from './views/trend-caption.ts'
export { canBeDrawn, composeChart } from './views/trend-chart.ts'
