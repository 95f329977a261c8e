/** Longest text that is read as one page, in UTF-16 units: several times what the largest sheet holds. */
export const LONGEST_PAGE = 65_536

/** Longest line of a page, in UTF-16 units. A longer one is skipped and named; it is no line that was ever printed. */
export const LONGEST_LINE = 60_000

/** Longest ready article (headline and body), in UTF-16 units: a book of 260,000 characters. */
export const LONGEST_ARTICLE = 262_144

/** Longest line of a JSON Lines file, in UTF-16 units: an article whose every character is escaped (`\u62a5`). */
export const LONGEST_RECORD = 2_097_152

/** Largest file that is read in one go; the pages of a larger one are cut as its bytes come. */
export const WHOLE_FILE_BYTES = 4 * 1024 * 1024

/** Largest PDF in bytes: it is in memory as a whole, its pages one at a time. */
export const LARGEST_PDF = 192 * 1024 * 1024
