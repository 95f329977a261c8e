import { PaperboyError } from '../domain/index.ts'

/** A setting that cannot be used: its name, and a sentence for the operator that says why. */
export interface WrongSetting {
  readonly setting: string
  readonly message: string
}

/** The settings cannot be used. The message has a line for each wrong one, and no values. */
export class ConfigError extends PaperboyError {
  readonly code = 'BAD_SETTINGS'
  readonly wrong: readonly WrongSetting[]
  constructor(wrong: readonly WrongSetting[]) {
    super(wrong.map(({ setting, message }) => `${setting}: ${message}`).join('\n'))
    this.wrong = wrong
  }
}
