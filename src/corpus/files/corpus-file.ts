import { basename } from 'node:path'
import type { Correction } from './correction.ts'
import { isCorrectionsFile } from './corrections-file.ts'
import { GIVEN_FACTS, type GivenFacts } from './given-facts.ts'

/**
 * The form of a corpus file: the text layer of a page, ready articles (JSON Lines), a form in which its source has cut
 * the articles already, or printed pages (PDF; ALTO and hOCR, what text recognition found on a scan).
 */
export type FileKind = (typeof FILE_KINDS)[number]

/** Kinds of files that hold printed pages: type with its places. */
export type PrintedKind = 'pdf' | 'alto' | 'hocr'

/**
 * All kinds of files that are read from the corpus folder. Two are told by what is in a file: `labelled` (a text in which each article
 * has its facts above it) has the name of a page, and `feed` (XML of articles) that of ALTO.
 */
export const FILE_KINDS = [
  'page',
  'labelled',
  'ready',
  'html',
  'mhtml',
  'json',
  'table',
  'markdown',
  'feed',
  'pdf',
  'alto',
  'hocr',
] as const

/** Whether files of a kind hold printed pages. */
export const isPrinted = (kind: FileKind): kind is PrintedKind =>
  kind === 'pdf' || kind === 'alto' || kind === 'hocr'

/** A file of the corpus folder, as it is listed: size and time tell whether it changed. */
export interface CorpusFile {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  /** Absolute or as given: what the file is opened by. */
  readonly path: string
  readonly kind: FileKind
  readonly sizeBytes: number
  /** When it was changed last, or what is said of it: `paperboy.json`, its corrections. */
  readonly modifiedMs: number
  /** What an operator says of the pages of its folder. */
  readonly given?: GivenFacts
  /** Whether somebody said of which form it is, so that it is not taken for another. */
  readonly isFormGiven?: boolean
  /** What corrects the page in place of what stands beside it. */
  readonly corrections?: readonly Correction[]
}

const KINDS: Readonly<Record<string, FileKind>> = {
  txt: 'page',
  jsonl: 'ready',
  ndjson: 'ready',
  htm: 'html',
  html: 'html',
  shtml: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  json: 'json',
  csv: 'table',
  tsv: 'table',
  md: 'markdown',
  markdown: 'markdown',
  pdf: 'pdf',
  xml: 'alto',
  hocr: 'hocr',
}

/**
 * The form of a file by its name; `undefined` if it is none that is read. Copies of web pages that a crawler named by
 * their address (`content_7.htm@div=0.html`) keep their form.
 */
export function kindOfFile(name: string): FileKind | undefined {
  if (basename(name) === GIVEN_FACTS || isCorrectionsFile(name)) return undefined
  const extension = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? ''
  return KINDS[extension]
}
