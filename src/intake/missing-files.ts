import type { TakenFile } from '../store/index.ts'

/** How long the articles of missing files are kept if most of the files went at once. */
export const MISSING_GRACE_MS = 24 * 3_600_000
/** Files that went at once are kept if they are more than this share of those that were there, */
const MOST = 0.5
/** and at least so many: of two files a person may well delete both. An empty folder is never believed at once. */
const FEWEST = 3

/** Known files that are not in the corpus folder, and whose articles are kept for the time being. */
export interface MissingFiles {
  readonly count: number
  /** All files that the archive knows from now on. */
  readonly known: number
  /** When the first of them were missed, and when their articles will be removed; milliseconds since 1970. */
  readonly sinceMs: number
  readonly dropMs: number
}

/** What is done about the files that the archive knows, by path. */
export interface MissingDecision {
  /** Their articles are removed now. */
  readonly drop: readonly string[]
  /** Missed now for the first time, and kept. */
  readonly hold: readonly string[]
  /** They were missed, and are there again. */
  readonly back: readonly string[]
  readonly missing?: MissingFiles
}

/** What a listing of the corpus folder found. */
export interface Listing {
  readonly present: ReadonlySet<string>
  /** Files and folders that could not be listed: of what is below them nothing is known. */
  readonly unreadable: readonly string[]
}

/**
 * Decides which files are gone for good. A few that are gone were deleted by somebody. If most go at once, it is more
 * likely that a drive is not mounted: then they are kept for {@link MISSING_GRACE_MS}, or until somebody says so.
 * @param known as of now, what this pass took in included
 */
export function decideMissing(
  known: ReadonlyMap<string, TakenFile>,
  { present, unreadable }: Listing,
  { nowMs, prune }: { readonly nowMs: number; readonly prune: boolean },
): MissingDecision {
  const unknown = new Set(unreadable)
  const isThere = (file: string) => present.has(file) || isBelow(unknown, file)
  const back: string[] = []
  const absent: string[] = []
  let there = 0
  for (const [file, { missingSinceMs }] of known) {
    if (!isThere(file)) absent.push(file)
    else {
      there++
      if (missingSinceMs !== undefined) back.push(file)
    }
  }
  const moved = findMoved(absent, known, present)
  const gone = absent.filter((file) => !moved.has(file))
  // A time that lies ahead was noted while the clock was wrong.
  const sinceOf = (file: string) => {
    const since = known.get(file)?.missingSinceMs
    return since !== undefined && since <= nowMs ? since : undefined
  }
  const fresh = gone.filter((file) => sinceOf(file) === undefined)
  const most =
    (fresh.length >= FEWEST && fresh.length > MOST * (there + fresh.length)) ||
    (present.size === 0 && unreadable.length === 0)
  const hold = most && !prune ? fresh : []
  const kept = prune
    ? []
    : gone.filter((file) => {
        const since = sinceOf(file)
        return since === undefined ? most : nowMs - since < MISSING_GRACE_MS
      })
  const keeps = new Set(kept)
  const sinceMs = Math.min(...kept.map((file) => sinceOf(file) ?? nowMs))
  const drop = absent.filter((file) => !keeps.has(file))
  const missing = {
    count: kept.length,
    known: known.size - drop.length,
    sinceMs,
    dropMs: sinceMs + MISSING_GRACE_MS,
  }
  return { drop, hold, back, ...(kept.length > 0 && { missing }) }
}

/** Whether a path, or a folder above it, is one of these. */
function isBelow(paths: ReadonlySet<string>, file: string): boolean {
  if (paths.size === 0) return false
  for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1))
    if (paths.has(file.slice(0, end))) return true
  return false
}

/** Files whose very bytes are in the folder under another name. */
function findMoved(
  absent: readonly string[],
  known: ReadonlyMap<string, TakenFile>,
  present: ReadonlySet<string>,
): ReadonlySet<string> {
  if (absent.length === 0) return new Set()
  const bytes = ({ hash, sizeBytes }: TakenFile) => `${sizeBytes} ${hash}`
  const there = new Set([...known].filter(([file]) => present.has(file)).map(([, facts]) => bytes(facts)))
  return new Set(
    absent.filter((file) => {
      const facts = known.get(file)
      return facts !== undefined && facts.sizeBytes >= 0 && there.has(bytes(facts))
    }),
  )
}
