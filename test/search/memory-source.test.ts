import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createMemoryIndex } from '../../src/search/ranking/memory-index.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { describeSource } from '../support/source-contract.ts'

const tokeniser = createTokeniser(await openSegmenter())

describeSource('the index in memory', tokeniser, async (articles) => {
  const { source } = createMemoryIndex(tokeniser, archiveOf(articles))
  return source
})
