import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { PaperboyError } from '../../domain/index.ts'
import type { Output } from '../command.ts'

/** Standard input ended before everything was asked. */
export class UnansweredError extends PaperboyError {
  readonly code = 'UNANSWERED'
}

/** What is asked for one setting. */
export interface Question {
  readonly prompt: string
  /** Taken for an empty answer. */
  readonly preset: string
  /** Shown in place of the preset, if that is a secret. */
  readonly shown?: string
  /** A sentence if the answer cannot be used; then it is asked for again. */
  readonly objection: (answer: string) => Promise<string | undefined>
}

/** Asks questions one after another, a line each. */
export class Questions {
  readonly #lines: AsyncIterator<string>
  readonly #close: () => void
  readonly #output: Output

  constructor(input: Readable, output: Output) {
    // Not `question`: of lines that come together, as from a pipe, it would lose all but the first.
    const reader = createInterface({ input })
    this.#lines = reader[Symbol.asyncIterator]()
    this.#close = () => reader.close()
    this.#output = output
  }

  /** @throws {UnansweredError} at the end of the input */
  async ask({ prompt, preset, shown = preset, objection }: Question): Promise<string> {
    for (;;) {
      this.#output.out(`${prompt}${shown === '' ? '' : ` [${shown}]`}: `)
      const { value, done } = await this.#lines.next()
      if (done === true)
        throw new UnansweredError('the input ended before all was answered; nothing was written')
      const answer = value.trim() === '' ? preset : value.trim()
      const problem = await objection(answer)
      if (problem === undefined) return answer
      this.#output.out(`  ${problem}\n`)
    }
  }

  close(): void {
    this.#close()
  }
}
