/** Takes work over at once and does it beside the caller, in order within a line, so many lines at a time. */
export interface Inbox {
  /** Never throws and never waits: the polling loop must not be held up by a slow answer. */
  take(line: string, work: () => Promise<void>): void
  /** Settles when there is room for more. Whoever takes without asking is not refused. */
  room(): Promise<void>
  /** Settles when all that was taken so far is done. */
  idle(): Promise<void>
}

export interface InboxOptions {
  /** Pieces of work that may be under way at once. */
  readonly atOnce: number
  /** Pieces that may wait or be under way before there is no room. */
  readonly most: number
  /** Told of work that rejected; the line goes on with the next piece. */
  readonly onError: (error: unknown) => void
}

export function createInbox({ atOnce, most, onError }: InboxOptions): Inbox {
  const lines = new Map<string, Promise<void>>()
  const waitingForSlot: (() => void)[] = []
  const waitingForRoom: (() => void)[] = []
  let busy = 0
  let held = 0

  const slot = async () => {
    if (busy < atOnce) busy += 1
    else await new Promise<void>((resolve) => waitingForSlot.push(resolve)) // takes over the slot of who frees it
  }
  const free = () => {
    const next = waitingForSlot.shift()
    if (next) next()
    else busy -= 1
    held -= 1
    if (held < most) for (const enter of waitingForRoom.splice(0)) enter()
  }
  const work = async (piece: () => Promise<void>) => {
    await slot()
    try {
      await piece()
    } catch (error) {
      onError(error)
    } finally {
      free()
    }
  }

  return {
    take: (line, piece) => {
      held += 1
      const turn = (lines.get(line) ?? Promise.resolve()).then(() => work(piece))
      lines.set(line, turn)
      void turn.then(() => {
        if (lines.get(line) === turn) lines.delete(line)
      })
    },
    room: async () => {
      if (held >= most) await new Promise<void>((resolve) => waitingForRoom.push(resolve))
    },
    idle: async () => void (await Promise.all(lines.values())),
  }
}
