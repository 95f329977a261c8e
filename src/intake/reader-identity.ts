import { hashSource } from '../ops/index.ts'

/** The parts whose code decides what a page file gives. */
const PARTS = ['../corpus/', '../domain/']

/**
 * Names the version of the page reader. Files that another version cut are cut again, so that an archive never holds
 * what an older reader misread.
 */
export const readReaderIdentity = (): string =>
  hashSource(PARTS.map((part) => new URL(part, import.meta.url)))
