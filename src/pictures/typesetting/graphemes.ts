let segmenter: Intl.Segmenter | undefined

/** What is seen as one character each: a letter with its accents, an emoji of several parts. */
export function graphemesOf(text: string): Intl.Segments {
  // The first one takes 12 ms, and most processes draw nothing.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return segmenter.segment(text)
}
