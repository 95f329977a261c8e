/** Work that goes on beside its giver, so many pieces at a time. */
export interface Lanes {
  /** Settles when there is room for another piece, or when no more is to be begun. For one giver. */
  room(): Promise<void>
  /** Begins a piece; it must not reject. */
  run(work: () => Promise<void>): void
  /** Settles when all that was begun is done. */
  idle(): Promise<void>
}

/** @param signal aborted when no more is to be begun */
export function createLanes(atOnce: number, signal: AbortSignal): Lanes {
  const busy = new Set<Promise<void>>()
  let enter = () => {}
  signal.addEventListener('abort', () => enter())
  return {
    room: async () => {
      if (busy.size >= atOnce && !signal.aborted)
        await new Promise<void>((resolve) => {
          enter = resolve
        })
    },
    run: (work) => {
      const piece = work().finally(() => {
        busy.delete(piece)
        enter()
      })
      busy.add(piece)
    },
    idle: async () => {
      while (busy.size > 0) await Promise.all(busy)
    },
  }
}
