import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createConversation } from '../src/chat/index.ts'
import { commands } from '../src/cli/commands.ts'
import { readConfig, SETTINGS } from '../src/config/index.ts'
import { createSegmenterCutter, createTokeniser } from '../src/language/index.ts'
import { createSearch } from '../src/search/index.ts'
import { openTestStore } from './support/stores.ts'

const root = join(import.meta.dirname, '..')

describe.each(['README.md', 'docs/README.zh-CN.md'])('%s promises what the code does', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const rowsOf = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1])

  test('every command of the bot, in the order of its menu', async () => {
    const { archive, lists } = await openTestStore()
    const search = createSearch(createTokeniser(createSegmenterCutter()), archive)
    const parts = { archive, search, lists, today: () => '2024-06-08' }
    const menu = createConversation(parts).commands.map(({ name }) => name)
    expect(rowsOf(/^\| `\/(\w+)/gm)).toEqual(menu)
  })

  test('every command of the command line, with its options', () => {
    const promised = rowsOf(/^\| `((?!\/)[a-z]+[^`]*)` \|/gm)
    expect(promised).toEqual(Object.entries(commands).map(([name, { usage }]) => `${name} ${usage}`.trim()))
  })

  test('every setting, with its default', () => {
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)`|–) \|/gm)]
    expect(rows.map(([, name]) => name)).toEqual(SETTINGS)
    const defaults = Object.entries(readConfig({}))
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, `${value}`])
    expect(rows.filter(([, , value]) => value).map(([, name, value]) => [name, value])).toEqual(defaults)
  })
})
