import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../src/chat/index.ts'
import { commands } from '../src/cli/commands.ts'
import { readConfig, SETTINGS } from '../src/config/index.ts'

const root = join(import.meta.dirname, '..')

describe.each(['README.md', 'docs/README.zh-CN.md'])('%s promises what the code does', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const rowsOf = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

  test('every command of the bot, in the order of its menu', () => {
    expect(rowsOf(/^\| `\/(\w+)/gm)).toEqual(COMMANDS)
  })

  test('every command of the command line, with its options', async () => {
    // A bar within a cell of a table is written with a backslash.
    const promised = rowsOf(/^\| `((?!\/)[a-z]+[^`]*)` \|/gm).map((it) => it?.replaceAll('\\|', '|'))
    const loaded = Object.entries(commands).map(async ([name, { load }]) =>
      `${name} ${(await load()).usage}`.trim(),
    )
    expect(promised).toEqual(await Promise.all(loaded))
  })

  test('every setting, with its default', () => {
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)`|–) \|/gm)]
    expect(rows.map(([, name]) => name)).toEqual(SETTINGS)
    const defaults = Object.entries(readConfig({}))
      .map(([name, value]) => [name, String(value ?? '')])
      .filter(([, value]) => value !== '')
    expect(rows.filter(([, , value]) => value).map(([, name, value]) => [name, value])).toEqual(defaults)
  })
})
