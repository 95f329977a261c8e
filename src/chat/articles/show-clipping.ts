import type { Article } from '../../domain/index.ts'
import type { PrintedMark } from '../../pictures/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import type { Origin } from '../callback/origin.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { renderAlbum, renderClipping } from '../views/clipping-view.ts'
import { matchedTexts } from './matched-text.ts'

/**
 * Shows an article as it was printed, with what a search found marked; where its source shows no page (any more), a
 * sentence says so. One that goes on on other pages is an album, a picture for each of its pages.
 */
export async function showClipping(
  parts: Parts,
  { kind, id, part, look, origin }: CallbackActions['clip' | 'reclip'],
  { texts }: Turn,
): Promise<Reply> {
  const article = await parts.archive.get(id)
  if (!article) return toast(texts.noSuchArticle)
  const facsimile = await parts.facsimileOf(article)
  if (!facsimile) return toast(texts.pictures.noPage)
  const marks = await marksOf(parts, article, origin)
  const album =
    kind === 'clip' && look === 'clipping'
      ? renderAlbum(article, { origin, marks, facsimile }, texts)
      : undefined
  if (album) return album
  const picture = renderClipping(article, { part, look, origin, marks, facsimile }, texts)
  return { kind: 'picture', picture, ...(kind === 'reclip' && { replaces: true }) }
}

async function marksOf(
  parts: Parts,
  article: Article,
  origin: Origin | undefined,
): Promise<readonly PrintedMark[]> {
  const found = await matchedTexts(parts, article, origin)
  return found.map(({ paragraph, range: [from, to], marks }) => ({
    text: (article.paragraphs[paragraph] ?? '').slice(from, to),
    ranges: marks.map(([start, end]) => [start - from, end - from] as const),
  }))
}
