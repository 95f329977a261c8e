/**
 * Weights of a logistic regression over the boundaries of printed and made pages, and of a search that held every
 * source, by kind of evidence on a continuation candidate; see docs/reader.md.
 */
export const WEIGHTS = {
  bias: 4,
  signed: -9.5,
  narrowTitle: 0.2,
  quotedTitle: 0.5,
  longTitle: -3.4,
  wideTitle: -0.7,
  moreTitles: -1,
  headlines: -8,
  labelled: -5,
  manyPhrases: -2,
  tightTitle: 1,
  unwrappedTitle: -3.75,
  section: 4,
  otherWidth: -2,
  attended: -0.9,
  news: -2,
  goesOn: 1.4,
  cohesion: 2,
  kinship: 0.5,
  titledKinship: 1.5,
  sisters: 2.5,
  sisterKinship: 0.4,
}
