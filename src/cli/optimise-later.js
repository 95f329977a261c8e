// What must be set before the program is loaded: V8 refuses bytecode that was kept under other settings. Plain JavaScript, as
// `load-bundle.js`.
import { setFlagsFromString } from 'node:v8'

/** In bytes of bytecode that a function runs before V8 looks whether to optimise it; eight times what it is by default. */
const BUDGET = 540_000

/** Commands that read pages, and end with them. */
const READING = new Set(['index', 'read'])

/**
 * Makes V8 optimise functions later, in this process and its threads. A command that reads a few pages ends before most of what is
 * optimised has paid for it: a quarter of its processor time goes to the optimising compiler. What runs for long is optimised all the
 * same.
 */
export function optimiseLater() {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`)
}

/** @param {string | undefined} command its name; for those that read pages the process is set to {@link optimiseLater} */
export function setUpFor(command) {
  if (command !== undefined && READING.has(command)) optimiseLater()
}
