/** Environment → settings, or one error that names all that is wrong. */
export { type Config, readConfig, SETTINGS } from './config.ts'
export { ConfigError, type WrongSetting } from './config-error.ts'
export { readEnvironment } from './env-file.ts'
export { findMisspelled, type MisspelledSetting, nearestOf } from './misspelled.ts'
export { secretsOf } from './secrets.ts'
