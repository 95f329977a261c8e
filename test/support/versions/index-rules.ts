import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTokeniser, openSegmenter } from '../../../src/language/index.ts'
import { INDEX_RULES_VERSION } from '../../../src/search/snapshot/index-rules.ts'
import { createDocumentValues } from '../../../src/search/term-index/document-values.ts'
import { textOfFields } from '../../../src/search/term-index/fields.ts'
import { anArticle } from '../articles.ts'
import type { Versioned } from './versioned.ts'

const seeds = join(import.meta.dirname, '..', '..', '..', 'seeds')

/** The terms and values of the text of the seed pages, and of an article that holds all kinds of characters. */
export const indexRules: Versioned = {
  name: 'index-rules',
  constant: 'INDEX_RULES_VERSION',
  source: 'src/search/snapshot/index-rules.ts',
  version: INDEX_RULES_VERSION,
  readOutput: async () => {
    const tokeniser = createTokeniser(await openSegmenter())
    const values = createDocumentValues()
    const pages = readdirSync(seeds).map((file) => readFileSync(join(seeds, file), 'utf8'))
    const articles = [...pages.map((text) => anArticle({ paragraphs: text.split('\n') })), MIXED]
    const terms = articles.map((article, document) => {
      values.set(document, article)
      return Object.entries(textOfFields(article)).map(([field, text]) => [
        field,
        tokeniser.termsOf(text).toSorted(),
      ])
    })
    const columns = Object.entries(values.columns()).map(([name, column]) => [name, [...column]])
    return { terms, columns }
  },
}

const MIXED = anArticle({
  headline: '５Ｇ和GDP增长18.7%，达1,100亿元',
  kicker: ['農業發展，臺灣後面'],
  deck: ['⼈⺠⽇報 — 讀者來信'],
  subheads: [{ text: '𠮷野家·与“和服”', before: 1 }],
  byline: ['李 四', 'Li Ming'],
  agency: '新华社',
  dateline: '新华社成都6月7日电',
  captions: ['图为café里的客人'],
  paper: '大江日報',
  issueDate: '2024-06-08',
  datePrecision: 'printed',
  page: 'A02',
  section: '要聞',
})
