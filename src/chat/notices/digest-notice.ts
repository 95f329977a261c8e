import type { Edition } from '../../digest/index.ts'
import type { Chat } from '../../store/index.ts'
import { type DigestSpec, digestSpec, makeDigestPage } from '../lists/digest-page.ts'
import { textsFor } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { Message } from '../turn/reply.ts'

/** What there is to say of a digest besides what it is of. */
export type DigestRemarks = Pick<DigestSpec, 'late' | 'again'>

/** Writes a digest that nobody has just asked for, in the language of its chat. Everybody there may turn its pages. */
export async function writeDigestNotice(
  { archive, lists }: Pick<Parts, 'archive' | 'lists'>,
  { chatId, language }: Pick<Chat, 'chatId' | 'language'>,
  edition: Edition,
  remarks: DigestRemarks,
): Promise<Message> {
  const spec = { ...digestSpec(edition), ...remarks }
  const list = await lists.save({ spec, chatId })
  const texts = textsFor(language)
  return (await makeDigestPage({ archive }, spec, { list, page: 0 }, texts)).message
}
