/** For the name of a test whose tool may be missing: says so if it is. `.ci/run` fails then. @param tool what is missing */
export const notRun = (isThere: boolean, tool: string): string =>
  isThere ? '' : ` (not run: ${tool} is missing)`
