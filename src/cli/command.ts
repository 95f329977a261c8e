import type { Readable } from 'node:stream'
import type { ParseArgsConfig } from 'node:util'
import type { Config, MisspelledSetting } from '../config/index.ts'
import type { Logger } from '../ops/index.ts'

/** Where a command writes: its answer, and what went wrong. */
export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Width of the terminal that `err` writes to; absent where it is none. */
  readonly columns?: number | undefined
}

/** 0: done. 1: it could not be done. 2: it was asked for wrongly, or the settings are wrong. */
export type ExitCode = 0 | 1 | 2

/** A command as it was called. */
export interface Call {
  readonly positionals: readonly string[]
  /** Options by their long name; absent where not given. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  /** The settings. @throws {ConfigError} when they are asked for, where they cannot be used */
  readonly config: Config
  /** Variables whose names are nearly those of settings; the log has a warning of each. */
  readonly misspelled: readonly MisspelledSetting[]
  /** The log, at the level of the settings. @throws {ConfigError} as `config` does */
  readonly log: Logger
  /** Standard input. */
  readonly input: Readable
  readonly output: Output
}

/** One command of the command line. */
export interface CliCommand {
  /** `QUERY [--limit N] [--json]`: what stands behind the name. */
  readonly usage: string
  /** A line for each option of its own, for `--help`; two blanks or more stand between it and what it does. */
  readonly help?: readonly string[]
  readonly options?: NonNullable<ParseArgsConfig['options']>
  readonly run: (call: Call) => Promise<ExitCode>
}
