import { type ChildProcess, spawn } from 'node:child_process'
import { bundleScript } from './script-bundle.ts'
import { eventually } from './watch-calls.ts'

/** A process that stands by until it leads, and then claims what is due: see `leader-process.ts`. */
export interface LeaderProcess {
  readonly name: string
  readonly child: ChildProcess
}

const WITHIN_MS = 20_000

/** Processes of which one leads, over one database. */
export class Leaders {
  readonly bots: LeaderProcess[] = []
  /** All that they said, in its order. */
  readonly said: string[] = []
  readonly #url: string
  #started = 0

  constructor(databaseUrl: string) {
    this.#url = databaseUrl
  }

  /** @returns when it stands by */
  async start(): Promise<LeaderProcess> {
    const name = `bot${this.#started++}`
    const script = await bundleScript('leader-process.ts')
    const child = spawn(process.execPath, [script, this.#url, name], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.said.push(...text.trim().split('\n')))
    const bot = { name, child }
    this.bots.push(bot)
    await eventually(() => this.said.includes(`open ${name}`), WITHIN_MS)
    return bot
  }

  /** Those who came to lead, in their order. */
  get leaders(): readonly string[] {
    return this.said.filter((line) => line.startsWith('leading ')).map((line) => line.split(' ')[1] ?? '')
  }

  /** Waits for one more than so many leaders. */
  async nextLeader(after: number): Promise<LeaderProcess> {
    await eventually(() => this.leaders.length === after + 1, WITHIN_MS)
    const found = this.bots.find(({ name }) => name === this.leaders.at(-1))
    if (!found) throw new Error('an unknown one leads')
    return found
  }

  /** What one has claimed, by its own word. */
  claimsOf({ name }: LeaderProcess, from = 0): number {
    return this.said.slice(from).filter((line) => line.startsWith('claimed') && line.endsWith(` ${name}`))
      .length
  }

  killAll(): void {
    for (const { child } of this.bots) child.kill('SIGKILL')
  }
}
