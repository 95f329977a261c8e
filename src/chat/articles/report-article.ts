import type { CallbackActions } from '../callback/actions.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'

/** Reports of one reader that are kept: nobody finds more of a paper wrong in earnest. */
const MOST = 100

/** Notes that a reader finds an article wrong, for the operator (`paperboy doubts`). */
export async function reportArticle(
  { archive, doubts }: Pick<Parts, 'archive' | 'doubts'>,
  { id }: CallbackActions['report'],
  { texts, request }: Turn,
): Promise<Reply> {
  const article = await archive.get(id)
  if (!article) return toast(texts.noSuchArticle)
  return toast(texts.reports[await doubts.report(id, request.user.id, MOST)])
}
