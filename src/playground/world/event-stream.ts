import type { SceneEvent } from './scene-event.ts'

/** An event and its number, from 1, by which a listener that was away asks for the rest. */
export interface NumberedEvent {
  readonly number: number
  readonly event: SceneEvent
}

export interface EventStream {
  /** Number of the latest event, 0 before the first. */
  readonly last: () => number
  emit(event: SceneEvent): void
  /** Hears every event from now on; call the answer to hear no more. */
  listen(hear: (event: NumberedEvent) => void): () => void
  /** Events after `number`, or `undefined` when some of them are forgotten. */
  since(number: number): readonly NumberedEvent[] | undefined
}

/** Events kept for a listener that was away. */
const MEMORY = 1000

export function createEventStream(): EventStream {
  const listeners = new Set<(event: NumberedEvent) => void>()
  const memory: NumberedEvent[] = []
  let last = 0
  return {
    last: () => last,
    emit: (event) => {
      last += 1
      const numbered = { number: last, event }
      memory.push(numbered)
      if (memory.length > MEMORY) memory.shift()
      for (const hear of listeners) hear(numbered)
    },
    listen: (hear) => {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    since: (number) => {
      const isKnown = number <= last && number >= last - memory.length
      return isKnown ? memory.filter((it) => it.number > number) : undefined
    },
  }
}
