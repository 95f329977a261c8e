/** Sends what chats are sent unasked. */
export interface Dispatch {
  /** Begins, once Telegram is known to take what the bot sends. */
  start(): void
  /** Begins nothing from now on. What was handed to delivery is for delivery to decide. */
  stop(): Promise<void>
  /** Settles when all that delivery has decided is written down: after `stop`, and after delivery is closed. */
  idle(): Promise<void>
}

/** Several of them as one. */
export const joinDispatches = (...dispatches: readonly Dispatch[]): Dispatch => ({
  start: () => {
    for (const dispatch of dispatches) dispatch.start()
  },
  stop: async () => void (await Promise.all(dispatches.map((it) => it.stop()))),
  idle: async () => void (await Promise.all(dispatches.map((it) => it.idle()))),
})
