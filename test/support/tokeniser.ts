import { createTokeniser, openSegmenter } from '../../src/language/index.ts'

/** The tokeniser that the bot has. Its dictionary takes a third of a second to read: files that share a process share it. */
export const tokeniser = createTokeniser(await openSegmenter())
