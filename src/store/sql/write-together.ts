import { yieldToEventLoop } from '../../concurrency/index.ts'

/**
 * Writes what is asked for at the same time by one statement, so by one commit: a commit waits for the disk, and a
 * thousand readers who come at once would wait for a thousand of them, one after another.
 * @param write gives a result for each value, in order
 * @returns asks for one value to be written; settles with its result, or rejects as the whole statement does
 */
export function writeTogether<Value, Result>(
  write: (values: readonly Value[]) => Promise<readonly Result[]>,
): (value: Value) => Promise<Result> {
  let waiting: Value[] = []
  let writing: Promise<readonly Result[]> | undefined
  const start = async (): Promise<readonly Result[]> => {
    await yieldToEventLoop()
    const values = waiting
    waiting = []
    writing = undefined
    return write(values)
  }
  return async (value) => {
    const place = waiting.push(value) - 1
    writing ??= start()
    const mine = writing
    const result = (await mine)[place]
    if (result === undefined) throw new Error('a written value has no result')
    return result
  }
}
