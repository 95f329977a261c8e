import type { Edition } from '../../digest/index.ts'
import type { Chat } from '../../store/index.ts'
import { asPost } from '../channels/link-buttons.ts'
import { type DigestSpec, digestSpec, makeDigestPage } from '../lists/digest-page.ts'
import { textsFor } from '../texts/index.ts'
import { inCharactersOf } from '../turn/message-in-traditional.ts'
import type { Parts } from '../turn/parts.ts'
import type { Message } from '../turn/reply.ts'

/** What there is to say of a digest besides what it is of. */
export type DigestRemarks = Pick<DigestSpec, 'late' | 'again'>

/** Writes a digest that nobody has just asked for, in the language and characters of its chat. Everybody there may turn its pages. */
export async function writeDigestNotice(
  { archive, lists, channels }: Pick<Parts, 'archive' | 'lists' | 'channels'>,
  { chatId, kind, language }: Pick<Chat, 'chatId' | 'language'> & Partial<Pick<Chat, 'kind'>>,
  edition: Edition,
  remarks: DigestRemarks,
): Promise<Message> {
  const spec = { ...digestSpec(edition), ...remarks }
  const list = await lists.save({ spec, chatId })
  const texts = textsFor(language)
  const isPost = kind === 'channel'
  const { message } = await makeDigestPage({ archive }, spec, { list, page: 0, withSources: isPost }, texts)
  return inCharactersOf(
    texts.language,
    isPost && channels ? asPost(message, await channels.gate.botName(), list, texts) : message,
  )
}
