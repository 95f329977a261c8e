import type { IntakeProgress } from '../intake/index.ts'
import type { Output } from './command.ts'

const BAR = 30
/** Between two drawings of the bar. */
const REDRAW_MS = 100

/** How far it is, for people. */
type Wording = (done: number, total: number) => string

interface Progress {
  /** How far it is; `total` may be 0. @param what takes long now */
  tell(done: number, total: number, what?: string): void
  /** Leaves the terminal as it was. */
  end(): void
}

/**
 * A bar that is drawn over and over on a terminal; a line for every tenth anywhere else.
 * @param now milliseconds that only grow
 * @param isRated it also tells how many a second
 */
export function createProgress(
  what: string,
  { err, columns }: Pick<Output, 'err' | 'columns'>,
  now: () => number,
  isRated = false,
): Progress {
  const rateOf = isRated ? createRate(now) : () => ''
  const word = (done: number, total: number) => `${done}/${total} ${what}${rateOf(done)}`
  return columns === undefined ? createLines(word, err) : createBar(word, err, columns, now)
}

/** How many a second since it was first asked, for people; nothing in the first second. */
function createRate(now: () => number): (done: number) => string {
  let first: { readonly done: number; readonly atMs: number } | undefined
  return (done) => {
    first ??= { done, atMs: now() }
    const seconds = (now() - first.atMs) / 1000
    return seconds < 1 ? '' : `, ${Math.round((done - first.done) / seconds)} a second`
  }
}

/** Bars for the files that are taken in, and for the articles that come into the index after them. */
export function createIntakeBars(output: Pick<Output, 'err' | 'columns'>, now: () => number) {
  const files = createProgress('files', output, now)
  const articles = createProgress('articles indexed', output, now, true)
  return {
    onFiles: ({ done, total, reading }: IntakeProgress) =>
      files.tell(done, total, reading && nameOf(reading)),
    onArticles: ({ done, total }: IntakeProgress) => articles.tell(done, total),
    /** Leaves the terminal as it was. */
    end: () => articles.end(),
  }
}

const nameOf = ({ file, sizeBytes }: NonNullable<IntakeProgress['reading']>): string =>
  `${file} (${Math.round(sizeBytes / 1024 / 1024)} MiB)`

function createBar(word: Wording, err: Output['err'], columns: number, now: () => number): Progress {
  let drawnMs = Number.NEGATIVE_INFINITY
  let named: string | undefined
  const clear = '\r\u001b[K'
  return {
    tell: (done, total, what) => {
      if (total === 0 || (done < total && what === named && now() - drawnMs < REDRAW_MS)) return
      named = what
      drawnMs = now()
      const filled = Math.round((BAR * done) / total)
      const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`
      err(clear + `${bar} ${word(done, total)}${behind(what)}`.slice(0, columns - 1))
    },
    end: () => err(clear),
  }
}

const behind = (what: string | undefined): string => (what === undefined ? '' : `, reading ${what}`)

function createLines(word: Wording, err: Output['err']): Progress {
  let told = 0
  let named: string | undefined
  return {
    tell: (done, total, what) => {
      if (what !== undefined && what !== named) err(`${word(done, total)}${behind(what)}\n`)
      named = what
      const tenth = total === 0 ? 0 : Math.floor((10 * done) / total)
      if (tenth <= told) return
      told = tenth
      err(`${word(done, total)}\n`)
    },
    end: () => {},
  }
}
