/** One call that the bot made, as the playground noted it. */
export interface NotedCall {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly refused: boolean
  /** When it came, milliseconds since 1970. */
  readonly at: number
}

/** Listens to every call of the bot from now on. */
export async function watchCalls(url: string) {
  const calls: NotedCall[] = []
  const leaving = new AbortController()
  const response = await fetch(`${url}/control/events`, { signal: leaving.signal })
  const read = async () => {
    let rest = ''
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const records = (rest + chunk).split('\n\n')
      rest = records.pop() ?? ''
      for (const record of records) {
        const data = /^data: (.*)$/m.exec(record)?.[1]
        const event = data === undefined ? {} : (JSON.parse(data) as { kind?: string; call?: NotedCall })
        if (event.kind === 'call' && event.call) calls.push(event.call)
      }
    }
  }
  read().catch(() => {}) // the playground may close first
  return { calls, close: () => leaving.abort() }
}

/** Waits until something is so. @throws when it is not so in time: a busy machine keeps two minutes */
export async function eventually(isSo: () => boolean, limitMs = 120_000): Promise<void> {
  const end = Date.now() + limitMs
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`not so within ${limitMs} ms: ${isSo.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
