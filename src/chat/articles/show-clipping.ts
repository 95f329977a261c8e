import { hasFacsimile } from '../../domain/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { renderClipping } from '../views/clipping-view.ts'

/** Shows an article as it was printed; where its source shows no page (any more), a sentence says so. */
export async function showClipping(
  { archive }: Parts,
  { kind, id, part, look }: CallbackActions['clip' | 'reclip'],
  { texts }: Turn,
): Promise<Reply> {
  const article = await archive.get(id)
  if (!article) return toast(texts.noSuchArticle)
  const picture = hasFacsimile(article) ? renderClipping(article, part, look, texts) : undefined
  if (!picture) return toast(texts.pictures.noPage)
  return { kind: 'picture', picture, ...(kind === 'reclip' && { replaces: true }) }
}
