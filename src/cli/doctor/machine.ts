import { openSegmenter } from '../../language/index.ts'
import { loadDriver } from '../../store/index.ts'
import type { Check } from './check.ts'

/** What the machine must bring along. */
export const checkMachine = async (): Promise<readonly Check[]> => [
  checkNode(process.versions.node),
  await checkSegmenter(),
  checkDriver(),
]

/** @param version `20.19.0` */
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
        finding: `${finding}: jieba's dictionary is not there, and fewer words are known`,
        mend: 'run npm install --no-save --ignore-scripts nodejieba, then paperboy index',
      }
}

function checkDriver(): Check {
  const check = 'database driver'
  const name = loadDriver()?.name
  const mend = 'with a C++ compiler at hand run npm rebuild better-sqlite3'
  if (name === undefined) return { check, state: 'fail', finding: 'none can be loaded', mend }
  return name === 'better-sqlite3'
    ? { check, state: 'ok', finding: name }
    : { check, state: 'warn', finding: `${name}, which stands in for better-sqlite3`, mend }
}
