import { expect, test } from 'vitest'
import { textsOf } from '../../../src/chat/texts/index.ts'
import { renderFilter } from '../../../src/chat/views/understood-line.ts'

test.each([
  ['zh-Hans', { from: '2024-06-08', to: '2024-06-10' }, '2024年6月8日至2024年6月10日'],
  ['zh-Hans', { from: '2024-06-08', to: '2024-06-08' }, '2024年6月8日'],
  ['zh-Hans', { from: '2024-06-08' }, '2024年6月8日起'],
  ['zh-Hans', { to: '2024-06-10' }, '至2024年6月10日'],
  ['en', { from: '2024-06-08', to: '2024-06-10' }, 'from 8 June 2024 to 10 June 2024'],
] as const)('in %s the days of a search %o are told as one says them', (language, days, told) => {
  expect(renderFilter(days, textsOf(language))).toEqual([told])
})
