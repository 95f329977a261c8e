// Raises the version of every set of rules whose output changed: `npm run bump:version`.
import { indexRules } from './index-rules.ts'
import { readerRules } from './reader.ts'
import { bump } from './versioned.ts'

for (const rules of [readerRules, indexRules]) {
  const next = await bump(rules)
  process.stdout.write(`${rules.constant}: ${next === 'same' ? 'the output is the same' : `now ${next}`}\n`)
}
