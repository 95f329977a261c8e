// What must be set before the program is loaded: V8 refuses bytecode that was kept under other settings. Plain JavaScript, as
// `load-bundle.js`.
import { setFlagsFromString } from 'node:v8'

/** In bytes of bytecode that a function runs before V8 looks whether to optimise it; eight times what it is by default. */
const BUDGET = 540_000

/** Commands that read pages, and end with them. */
const READING = new Set(['index', 'read'])

/** The V8 of Node 20 alone has this flag. Later ones name it on stderr as unknown, and have Maglev, which optimises cheaply. */
const KNOWS_BUDGET = /^11\./

/**
 * Makes V8 optimise functions later, in this process and its threads. A command that reads a few pages ends before most of what is
 * optimised has paid for it: a quarter of its processor time goes to the optimising compiler. What runs for long is optimised all the
 * same.
 * @param {string} v8 its version
 * @returns {boolean} whether it does
 */
export function optimiseLater(v8 = process.versions.v8) {
  if (!KNOWS_BUDGET.test(v8)) return false
  setFlagsFromString(`--interrupt-budget=${BUDGET}`)
  return true
}

/** @param {string | undefined} command its name; for those that read pages the process is set to {@link optimiseLater} */
export function setUpFor(command) {
  if (command !== undefined && READING.has(command)) optimiseLater()
}
