/** The command line: arguments → exit code. */
export { runProcess } from './run-process.ts'
