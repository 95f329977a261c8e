import { openSegmenter } from '../../language/index.ts'
import { DRIVER_PLATFORMS, loadDriver } from '../../store/index.ts'
import type { Check } from './check.ts'

/** What the machine must bring along. */
export const checkMachine = async (): Promise<readonly Check[]> => [
  checkNode(process.versions.node),
  await checkSegmenter(),
  checkDriver(),
]

/**
 * Checks that Node is at least 20.19, which package.json asks for.
 * @param version without the "v": `20.19.0`
 */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const check = 'Node'
  return major > 20 || (major === 20 && minor >= 19)
    ? { check, state: 'ok', finding: version }
    : { check, state: 'fail', finding: version, mend: 'install Node 20.19 or later' }
}

async function checkSegmenter(): Promise<Check> {
  const { identity: finding } = await openSegmenter()
  const check = 'words'
  return finding.startsWith('jieba')
    ? { check, state: 'ok', finding }
    : {
        check,
        state: 'warn',
        finding: `${finding}: the dictionary of jieba is not installed, so fewer words are known`,
        mend: 'install with --ignore-scripts and without --omit=optional, then run paperboy index',
      }
}

function checkDriver(): Check {
  const check = 'database driver'
  return loadDriver()
    ? { check, state: 'ok', finding: 'SQLite' }
    : {
        check,
        state: 'fail',
        finding: `the SQLite driver cannot be loaded on ${process.platform} ${process.arch}`,
        mend: `run npm ci again; the driver supports ${DRIVER_PLATFORMS}`,
      }
}
