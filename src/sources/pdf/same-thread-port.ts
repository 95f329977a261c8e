type Listener = (event: { readonly data: unknown }) => void

/**
 * The way between the two halves of pdf.js for a file that is only read. Its own copies each message by `structuredClone`, every
 * glyph of a page, which takes a tenth of the time of a page. Whoever reads changes nothing, so both halves may hold the same. It is no way
 * for painting: the half that paints keeps its paths in what it was sent.
 */
export class SameThreadPort {
  readonly #listeners = new Map<Listener, AbortSignal | undefined>()

  postMessage(message: unknown): void {
    const data = copyOf(message, COPIED)
    queueMicrotask(() => {
      for (const [listener, signal] of this.#listeners) if (signal?.aborted !== true) listener({ data })
    })
  }

  addEventListener(
    _name: 'message',
    listener: Listener,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): void {
    this.#listeners.set(listener, signal)
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true })
  }

  removeEventListener(_name: 'message', listener: Listener): void {
    this.#listeners.delete(listener)
  }
}

/** Levels of a message that are copied: message, chunk, and its lists of operations, which the sender empties for the next chunk. */
const COPIED = 3

function copyOf(value: unknown, levels: number): unknown {
  if (levels === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return levels === 1 ? value.slice() : value.map((it) => copyOf(it, levels - 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const copy: Record<string, unknown> = { ...value }
  for (const key in copy) {
    const it = copy[key]
    if (typeof it === 'object') copy[key] = copyOf(it, levels - 1)
  }
  return copy
}
