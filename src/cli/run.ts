import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { MisspelledSetting } from '../config/index.ts'
import { isJsonObject, PaperboyError } from '../domain/index.ts'
import { createLogger, hideSecret, type Logger } from '../ops/index.ts'
import type { Call, CliCommand, ExitCode, Output } from './command.ts'
import { type CommandEntry, commands } from './commands.ts'
import { UsageError } from './usage-error.ts'

/** What a process gives a command: its environment, standard input, and where to write. */
export interface ProcessContext {
  readonly env: NodeJS.ProcessEnv
  readonly input: Readable
  readonly output: Output
}

/** Failures that last until somebody changes the call or a setting: a restart does not help. */
const MENDED_BY_HAND: ReadonlySet<string> = new Set([
  'USAGE',
  'BAD_SETTINGS',
  'WRONG_TOKEN',
  'OTHER_CORPUS_FOLDER',
  'WRONG_DATABASE',
])

const SEEDS = 'seeds'

/** Options of every command. */
const COMMON = {
  help: { type: 'boolean', short: 'h' },
  corpus: { type: 'string' },
  data: { type: 'string' },
} as const

const COMMON_HELP: readonly string[] = [
  '--corpus DIR  corpus folder (overrides CORPUS_DIR)',
  '--data DIR  data folder (overrides DATA_DIR)',
]

/**
 * Runs one command of the command line.
 * @param args without the program: `['search', '中欧班列', '--json']`
 * @returns the exit code; every foreseen failure becomes one sentence on `err`
 */
export async function run(
  args: readonly string[],
  { env, input, output }: ProcessContext,
): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    output.out(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    output.out(`paperboy ${ownVersion()} on Node ${process.versions.node}\n`)
    return 0
  }
  const entry = commands[name]
  if (!entry) {
    const { nearestOf } = await import('../config/index.ts')
    const meant = nearestOf(name.toLowerCase(), Object.keys(commands))
    output.err(
      meant === undefined
        ? `paperboy: unknown command ${name}\n\n${overview()}`
        : `paperboy: unknown command ${name}: did you mean ${meant}? paperboy --help lists all commands\n`,
    )
    return 2
  }
  const command = await entry.load()
  try {
    const { values, positionals } = parse(name, command, rest)
    if (values.help === true) {
      output.out(helpOf(name, entry, command))
      return 0
    }
    // Only now: `--help` waits for no setting.
    const config = await import('../config/index.ts')
    const settings = { ...seedsOf(config.readEnvironment(env)), ...overrides(values) }
    for (const secret of config.secretsOf(settings)) hideSecret(secret)
    return await command.run(createCall(config, settings, { positionals, values, input, output }))
  } catch (error) {
    if (!(error instanceof PaperboyError)) throw error
    output.err(sentenceOf(error))
    return MENDED_BY_HAND.has(error.code) ? 2 : 1
  }
}

function createCall(
  { findMisspelled, readConfig, SETTINGS }: typeof import('../config/index.ts'),
  settings: NodeJS.ProcessEnv,
  given: Pick<Call, 'positionals' | 'values' | 'input' | 'output'>,
): Call {
  const misspelled = findMisspelled(settings, SETTINGS)
  let log: Logger | undefined
  let isTold = false
  return {
    ...given,
    misspelled,
    // Read when they are asked for: `read` needs no settings, and `doctor` tells of wrong ones itself.
    get config() {
      try {
        return readConfig(settings)
      } catch (error) {
        // No log tells of them where there are no settings, and a misspelled one may be what is missing.
        if (!isTold) for (const it of misspelled) given.output.err(`paperboy: ${sentenceOnName(it)}\n`)
        isTold = true
        throw error
      }
    },
    get log() {
      if (log) return log
      log = createLogger(this.config.LOG_LEVEL)
      for (const it of misspelled) log.warn({ setting: it.found }, sentenceOnName(it))
      return log
    },
  }
}

const sentenceOnName = ({ found, meant }: MisspelledSetting) =>
  `unknown setting ${found}: did you mean ${meant}?`

function parse(name: string, { options = {}, usage }: CliCommand, args: readonly string[]) {
  try {
    const parsed = parseArgs({ args: [...args], options: { ...COMMON, ...options }, allowPositionals: true })
    return {
      positionals: parsed.positionals,
      values: parsed.values as Record<string, string | boolean | undefined>,
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : ''
    throw new UsageError(`${reason}\nusage: paperboy ${name} ${usage}`, { cause: error })
  }
}

/** The pages that come with the program are found from any folder, unless there are some in this one; `init` writes `seeds` for them. */
const seedsOf = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  !['', SEEDS].includes((env['CORPUS_DIR'] ?? '').trim()) || existsSync(SEEDS)
    ? env
    : { ...env, CORPUS_DIR: join(import.meta.dirname, '..', '..', SEEDS) }

const overrides = ({ corpus, data }: Record<string, string | boolean | undefined>) => ({
  ...(typeof corpus === 'string' && { CORPUS_DIR: corpus }),
  ...(typeof data === 'string' && { DATA_DIR: data }),
})

const sentenceOf = (error: PaperboyError) =>
  error.code === 'BAD_SETTINGS'
    ? `paperboy: invalid settings; .env.example describes each of them\n${error.message.replace(/^/gm, '  ')}\n`
    : `paperboy: ${error.message}\n`

function ownVersion(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json')
  const facts: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return isJsonObject(facts) ? String(facts.version) : 'unknown'
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { describe }]) => `  ${name.padEnd(9)} ${describe}`)
  return [
    'paperboy <command> [options]',
    '',
    ...lines,
    '',
    'Run paperboy <command> --help for details. --corpus DIR and --data DIR override CORPUS_DIR and DATA_DIR.',
    'paperboy --version tells the version.',
    '',
  ].join('\n')
}

const helpOf = (name: string, { describe }: CommandEntry, { usage, help = [] }: CliCommand) =>
  [
    `paperboy ${name} ${usage}`.trimEnd(),
    '',
    describe,
    '',
    ...aligned([...help, ...COMMON_HELP]).map((line) => `  ${line}`),
    '',
  ].join('\n')

/** Puts what stands behind two blanks or more into one column. */
function aligned(lines: readonly string[]): readonly string[] {
  const parts = lines.map((line) => {
    const [, name = '', text = line] = /^(\S.*?)? {2,}(.*)$/u.exec(line) ?? []
    return { name, text }
  })
  const width = Math.max(...parts.map(({ name }) => name.length))
  return parts.map(({ name, text }) => `${name.padEnd(width)}  ${text}`)
}
