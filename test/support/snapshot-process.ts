// Saves an index over and over, each time with a document more, and says so: `snapshot-process.ts FILE`.
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from './build-article.ts'
import { archiveOf } from './seed-articles.ts'

const [file = ''] = process.argv.slice(2)
const search = createSearch(createTokeniser(createIcuSegmenter()), archiveOf([]))
const fill = (revision: number) =>
  search.add([buildArticle({ headline: `第${revision}条`, paragraphs: ['报童卖报。'.repeat(2000)] })])
for (let revision = 1; ; revision++) {
  await fill(revision)
  await search.save(file, { archive: 'a1', revision })
  process.stdout.write(`${revision}\n`)
}
