import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openJieba, type Segmenter } from '../../../src/language/index.ts'
import { notRun } from '../../support/not-run.ts'
import { runs } from '../../support/runs.ts'

/** The native program, where it could be built. */
interface Nodejieba {
  cut(text: string, guess: boolean): string[]
  cutForSearch(text: string, guess: boolean): string[]
}

const nodejieba = ((): Nodejieba | undefined => {
  const jieba: Nodejieba = createRequire(import.meta.url)('nodejieba')
  try {
    jieba.cut('报童', true)
    return jieba
  } catch {
    return undefined
  }
})()

const RUNS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu
const seeds = join(import.meta.dirname, '../../../seeds')

describe.skipIf(nodejieba === undefined)(
  `text is cut as nodejieba cuts it${notRun(nodejieba !== undefined, 'nodejieba, which npm run build:nodejieba builds,')}`,
  () => {
    let segmenter: Segmenter
    beforeAll(async () => {
      segmenter = (await openJieba()) as Segmenter
    })
    const wordsOf = (text: string) => {
      const ends = segmenter.cut(text)
      return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end))
    }
    /** The words, and before each the words inside it, as jieba gives them for search. */
    const withParts = (text: string) => {
      const words: string[] = []
      let from = 0
      for (const end of segmenter.cut(text)) {
        segmenter.eachSubword(text, from, end, (start, to) => words.push(text.slice(start, to)))
        words.push(text.slice(from, end))
        from = end
      }
      return words
    }

    test.each(readdirSync(seeds))('%s, words and parts of words', (file) => {
      const lines = (readFileSync(join(seeds, file), 'utf8').match(RUNS) ?? []).join('\n')
      expect(wordsOf(lines)).toEqual(nodejieba?.cut(lines, true))
      expect(withParts(lines)).toEqual(nodejieba?.cutForSearch(lines, true))
    })

    test('names that it does not know, words that it was taught, scripts without words', () => {
      const lines = '艾瑞克·森超来到报童云计算蓝翔区块链\nひらがなカタカナ한글\n𠮷野家𠮷𠮷\n哈哈哈哈哈\n的'
      expect(wordsOf(lines)).toEqual(nodejieba?.cut(lines, true))
    })

    test('any characters, beside one another as in no language', () => {
      const some = Array.from(
        '的一是在不了有和人这中大国农业发展银行成都市长江水利工程王明云计算蓝翔龘靐𠮷あ한\n',
      )
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(...some), maxLength: 60 }), (text) => {
          expect(wordsOf(text)).toEqual(nodejieba?.cut(text, true))
          expect(withParts(text)).toEqual(nodejieba?.cutForSearch(text, true))
          for (const word of wordsOf(text))
            if (word !== '\n') expect(segmenter.knows(word)).toBe(nodejieba?.cut(word, false).length === 1)
        }),
        runs(2000),
      )
    })
  },
)
