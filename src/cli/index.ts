/** The command line: arguments → exit code. */
export { run } from './run.ts'
