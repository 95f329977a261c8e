/** Takes work over at once and does it beside the caller, in order within a line. */
export interface Inbox {
  /** Never throws and never waits: the polling loop must not be held up by a slow answer. */
  take(line: string, work: () => Promise<void>): void
  /** Settles when all that was taken so far is done. */
  idle(): Promise<void>
}

/** @param onError is told of work that rejected; the line goes on with the next piece. */
export function createInbox(onError: (error: unknown) => void): Inbox {
  const lines = new Map<string, Promise<void>>()
  return {
    take: (line, work) => {
      const turn = (lines.get(line) ?? Promise.resolve()).then(work).catch(onError)
      lines.set(line, turn)
      void turn.then(() => {
        if (lines.get(line) === turn) lines.delete(line)
      })
    },
    idle: async () => void (await Promise.all(lines.values())),
  }
}
