/** Page text in, articles out: reading, cleaning, cutting a page where an article ends. */
export { joinContinuations } from './articles/continuations.ts'
export type { Leftover, Page } from './articles/page.ts'
export { readMarks } from './corrections/read-marks.ts'
export { findDoubles, findOnDay, withoutDoubles } from './doubles.ts'
export { type CorpusFile, FILE_KINDS, type FileKind, isPrinted, kindOfFile } from './files/corpus-file.ts'
export type { Correction, Mark } from './files/correction.ts'
export {
  correctionsFileOf,
  readCorrections,
  renderCorrections,
  writeCorrections,
} from './files/corrections-file.ts'
export { giveDate } from './files/give-date.ts'
export { readDay } from './files/given-facts.ts'
export { listCorpus, type PassedOver, type UnreadableEntry } from './files/list-corpus.ts'
export { readLines } from './files/read-lines.ts'
export { renderLineRanges } from './output/line-ranges.ts'
export { pageJson } from './output/page-json.ts'
export { renderReport } from './output/report.ts'
export { readCorpus, readCorpusFile } from './read-corpus.ts'
export { READER_VERSION } from './reader-version.ts'
export { sampleText } from './sample-text.ts'
