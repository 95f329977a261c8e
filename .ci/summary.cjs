// `node .ci/summary.cjs COUNTS FAILED`: what Vitest counted, in the last line of a run. A check that failed (FAILED is
// 1), and each test that was not run, for want of a tool or because somebody skips it, fail the run too.
const { existsSync, readFileSync } = require('node:fs')
const path = require('node:path')

const [, , file, failed] = process.argv
const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
const { numPassedTests: passed = 0, numFailedTests: bad = 0, testResults = [] } = counts
const notRun = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => `${path.relative('.', name)}: ${fullName}`),
)
const wrong = bad + (failed === '1' && bad === 0 ? 1 : 0)
const last = `${passed} passed, ${wrong} failed${notRun.length > 0 ? `, ${notRun.length} skipped` : ''}`
process.stdout.write([...notRun.map((name) => `not run: ${name}`), last, ''].join('\n'))
process.exitCode = wrong > 0 || notRun.length > 0 || passed === 0 ? 1 : 0
