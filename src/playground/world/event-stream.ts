import type { SceneEvent } from './scene-event.ts'

/** An event and its number, from 1. */
export interface NumberedEvent {
  readonly number: number
  readonly event: SceneEvent
}

/** What happened, in order, for those who listen and those who come back. */
export interface EventStream {
  /** Where the stream is now: what `since` takes. Another run of the program has other places. */
  place(): string
  /** The place right after an event. */
  placeAfter(event: NumberedEvent): string
  emit(event: SceneEvent): void
  /** Hears every event from now on; call the answer to hear no more. */
  listen(hear: (event: NumberedEvent) => void): () => void
  /** Events after a place, or `undefined` when some of them are forgotten. */
  since(place: string): readonly NumberedEvent[] | undefined
}

/** Events kept for a listener that was away. */
const MEMORY = 1000

/**
 * A stream that remembers its latest 1,000 events.
 * @param run anything that no other run has
 */
export function createEventStream(run: string): EventStream {
  const listeners = new Set<(event: NumberedEvent) => void>()
  const memory: NumberedEvent[] = []
  let last = 0
  return {
    place: () => `${run}.${last}`,
    placeAfter: ({ number }) => `${run}.${number}`,
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
    since: (place) => {
      const number = place.startsWith(`${run}.`) ? Number(place.slice(run.length + 1)) : Number.NaN
      const isKnown = number <= last && number >= last - memory.length
      return isKnown ? memory.filter((it) => it.number > number) : undefined
    },
  }
}
