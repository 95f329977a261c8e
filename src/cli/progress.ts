import type { IntakeProgress } from '../intake/index.ts'
import type { Output } from './command.ts'

const BAR = 30
/** Between two drawings of the bar. */
const REDRAW_MS = 100

interface Progress {
  /** How far it is; `total` may be 0. */
  tell(done: number, total: number): void
  /** Leaves the terminal as it was. */
  end(): void
}

/** A bar that is drawn over and over on a terminal; a line for every tenth anywhere else. */
export function createProgress(
  what: string,
  { err, columns }: Pick<Output, 'err' | 'columns'>,
  now: () => number,
): Progress {
  return columns === undefined ? createLines(what, err) : createBar(what, err, columns, now)
}

/** Bars for the files that are taken in, and for the articles that come into the index after them. */
export function createIntakeBars(output: Pick<Output, 'err' | 'columns'>, now: () => number) {
  const files = createProgress('files', output, now)
  const articles = createProgress('articles indexed', output, now)
  return {
    onFiles: ({ done, total }: IntakeProgress) => files.tell(done, total),
    onArticles: ({ done, total }: IntakeProgress) => articles.tell(done, total),
    /** Leaves the terminal as it was. */
    end: () => articles.end(),
  }
}

function createBar(what: string, err: Output['err'], columns: number, now: () => number): Progress {
  let drawnMs = Number.NEGATIVE_INFINITY
  const clear = '\r\u001b[K'
  return {
    tell: (done, total) => {
      if (total === 0 || (done < total && now() - drawnMs < REDRAW_MS)) return
      drawnMs = now()
      const filled = Math.round((BAR * done) / total)
      const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`
      err(clear + `${bar} ${done}/${total} ${what}`.slice(0, columns - 1))
    },
    end: () => err(clear),
  }
}

function createLines(what: string, err: Output['err']): Progress {
  let told = 0
  return {
    tell: (done, total) => {
      const tenth = total === 0 ? 0 : Math.floor((10 * done) / total)
      if (tenth <= told) return
      told = tenth
      err(`${done}/${total} ${what}\n`)
    },
    end: () => {},
  }
}
