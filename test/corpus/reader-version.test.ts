import { expect, test } from 'vitest'
import { readerRules } from '../support/versions/reader.ts'
import { currentOutput, howToBump, readGolden } from '../support/versions/versioned.ts'

test('the page reader gives what the reader of this version gives', async () => {
  expect(await currentOutput(readerRules), `The output changed. ${howToBump(readerRules)}`).toEqual(
    readGolden(readerRules),
  )
})
