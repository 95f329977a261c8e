import type { Tokeniser } from '../../language/index.ts'

/**
 * The version of the rules by which articles become terms and facts, those of `language/` included. A snapshot of
 * another version is thrown away, and the index built anew. Raise it with every change of what the rules give, by
 * `npm run bump:version`; a test compares the output with that of the version.
 */
export const INDEX_RULES_VERSION = 2

/**
 * Names the rules by which articles become an index: the segmenter, the normal form, what Node knows of characters, and
 * {@link INDEX_RULES_VERSION}. What other rules made cannot be searched by these.
 */
export const readIndexRules = (tokeniser: Tokeniser): string =>
  `${tokeniser.identity}, unicode ${process.versions['unicode']}, rules ${INDEX_RULES_VERSION}`
