import { expect, test } from 'vitest'
import { openJieba } from '../../../src/language/index.ts'
import { notRun } from '../../support/not-run.ts'
import { indexRules } from '../../support/versions/index-rules.ts'
import { currentOutput, howToBump, readGolden } from '../../support/versions/versioned.ts'

const hasJieba = (await openJieba()) !== undefined

test.runIf(hasJieba)(
  `articles become the terms and facts of this version of the rules${notRun(hasJieba, 'nodejieba')}`,
  async () => {
    expect(await currentOutput(indexRules), `The output changed. ${howToBump(indexRules)}`).toEqual(
      readGolden(indexRules),
    )
  },
)
