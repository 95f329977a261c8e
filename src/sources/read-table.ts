import { parse } from 'csv-parse/sync'
import { readRecords } from './read-json.ts'
import { fieldOf } from './record-keys.ts'
import type { Field } from './record-words.ts'
import type { SourceFile } from './source-article.ts'

const DELIMITERS = [',', ';', '\t', '|', '，', '；'] as const
/** Above the names of the columns some programs write what the table is. */
const MOST_LINES_ABOVE = 5

/** Where the names of the columns stand, and what parts them. */
interface Header {
  readonly line: number
  readonly delimiter: string
  readonly names: readonly string[]
}

/**
 * Reads a table of articles, one a row, as spreadsheets and databases export it (CSV, TSV): the first row names the columns, by names
 * that records of other forms have, too. Columns are parted by commas, semicolons, tabs or bars; values in quotes may have several lines.
 */
export function readTable(file: string, text: string): SourceFile {
  const header = findHeader(text)
  if (!header)
    return {
      form: 'table',
      articles: [],
      empty: 'no article',
      warnings: ['its first row names no column of titles (title, 标题) and of texts (content, 正文)'],
    }
  let bad = 0
  const rows: string[][] = parse(text.replace(/^\ufeff/u, ''), {
    delimiter: header.delimiter,
    from_line: header.line + 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => {
      bad++
      return undefined
    },
  })
  const records = rows.map((row, at) => ({
    record: Object.fromEntries(header.names.map((name, column) => [name, row[column]?.trim() ?? ''])),
    position: at + 1,
  }))
  const articles = readRecords(file, records)
  const empty = rows.length - articles.length
  const warnings = [
    ...(bad > 0 ? [`${rowsOf(bad)} damaged: a quotation mark has no other`] : []),
    ...(empty > 0 ? [`${rowsOf(empty)} without a text`] : []),
  ]
  return { form: 'table', articles, ...(articles.length > 0 ? {} : { empty: 'no article' }), warnings }
}

const rowsOf = (count: number): string => (count === 1 ? '1 row is' : `${count} rows are`)

/** The first line that names a title and a text. */
function findHeader(text: string): Header | undefined {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|[\n\r]/u, MOST_LINES_ABOVE + 1)
  for (const [line, cells] of lines.entries())
    for (const delimiter of DELIMITERS) {
      const names = cells.split(delimiter).map((it) => it.trim().replace(/^"(.*)"$/u, '$1'))
      const fields = new Set<Field | undefined>(names.map(fieldOf))
      if (fields.has('headline') && fields.has('body')) return { line: line + 1, delimiter, names }
    }
  return undefined
}
