/**
 * The version of the rules by which files become articles: all of `corpus/`, and the ids of `domain/`. Files that
 * another version read are read again, so that an archive never holds what an older reader misread. Raise it with
 * every change of what the reader gives, by `npm run bump:version`; a test compares the output with that of the
 * version, so that a changed comment costs nobody a new reading of 20,000 pages.
 */
export const READER_VERSION = 53
