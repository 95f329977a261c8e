import { TimeSlice } from '../../concurrency/index.ts'
import type { Tokeniser } from '../../language/index.ts'
import type { ArticleChange } from '../ranking/candidate-source.ts'
import { type AverageLengths, documentOf } from './index-shape.ts'
import { refusalOf, short } from './refusal.ts'
import type { SearchServer } from './search-server.ts'
import { SearchServerError } from './server-error.ts'

/** Bytes of one request, roughly. */
const BULK_UNITS = 2_000_000
const BULK_MS = 60_000
const PASSING = new Set([429, 500, 502, 503, 504])
const TRIES = 6

/** An article that the server does not take, whatever we do. */
export type OnRejected = (id: string, reason: string) => void

/**
 * Writes changes to an index. Each bears its revision as its version, so that the same changes again, late ones and those
 * of two writers at once leave what the latest says.
 * @returns when all are acknowledged
 * @throws {SearchServerError}
 */
export async function writeChanges(
  server: SearchServer,
  { index, averages }: { readonly index: string; readonly averages: AverageLengths },
  changes: readonly ArticleChange[],
  tokeniser: Tokeniser,
  onRejected: OnRejected,
): Promise<void> {
  let lines: BulkItem[] = []
  let units = 0
  const slice = new TimeSlice()
  for (const change of changes) {
    // Readers ask meanwhile: half a second of cutting words would be half a second of every request of theirs.
    if (slice.isOver()) await slice.yield()
    const item = itemOf(change, tokeniser, averages)
    lines.push(item)
    units += item.units
    if (units < BULK_UNITS) continue
    await send(server, index, lines, onRejected)
    lines = []
    units = 0
  }
  await send(server, index, lines, onRejected)
}

interface BulkItem {
  readonly id: string
  readonly lines: readonly object[]
  readonly units: number
}

function itemOf(change: ArticleChange, tokeniser: Tokeniser, averages: AverageLengths): BulkItem {
  const { id, revision, article } = change
  const version = { _id: id, version: revision, version_type: 'external_gte' }
  if (article === undefined) return { id, lines: [{ delete: version }], units: 100 }
  const document = documentOf({ ...change, article }, tokeniser, averages)
  return { id, lines: [{ index: version }, document], units: JSON.stringify(document).length }
}

interface BulkResult {
  readonly _id: string
  readonly status: number
  readonly error?: { readonly type: string; readonly reason: string }
}

async function send(
  server: SearchServer,
  index: string,
  items: readonly BulkItem[],
  onRejected: OnRejected,
): Promise<void> {
  let open = items
  for (let tries = 1; open.length > 0; tries++) {
    const { body } = await server.ask({
      method: 'POST',
      path: `/${encodeURIComponent(index)}/_bulk`,
      body: open.flatMap((it) => it.lines),
      deadlineMs: BULK_MS,
      perTryMs: BULK_MS / 3,
    })
    const results: readonly BulkResult[] = body.items.flatMap((it: Record<string, BulkResult>) =>
      Object.values(it),
    )
    const again = new Set<string>()
    for (const { _id, status, error } of results) {
      // What is newer there stays, and who is gone is gone.
      if (status < 300 || status === 404 || status === 409) continue
      const reason = `${error?.type ?? status}: ${error?.reason ?? ''}`
      const refusal = refusalOf('the search server', status, reason)
      if (refusal) throw new SearchServerError('unusable', refusal)
      if (PASSING.has(status) && tries < TRIES) again.add(_id)
      else if (PASSING.has(status))
        throw new SearchServerError(
          'unreachable',
          `the search server takes no changes now (${short(reason)})`,
        )
      else onRejected(_id, reason)
    }
    open = open.filter(({ id }) => again.has(id))
    if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** tries))
  }
}
