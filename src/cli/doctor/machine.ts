import { openCutter } from '../../language/index.ts'
import { loadDriver } from '../../store/index.ts'
import type { Check } from './check.ts'

/** What the machine must bring along. */
export const checkMachine = (): readonly Check[] => [
  checkNode(process.versions.node),
  checkCutter(),
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

function checkCutter(): Check {
  const { identity: finding } = openCutter()
  const check = 'words'
  return finding.startsWith('nodejieba')
    ? { check, state: 'ok', finding }
    : {
        check,
        state: 'warn',
        finding: `${finding}: jieba cannot be loaded, and fewer words are known`,
        mend: 'with a C++ compiler at hand run npm rebuild nodejieba, then paperboy index',
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
