import type { SearchServerTexts } from './texts.ts'

/** Texts about the search server in English. */
export const enSearchServer: SearchServerTexts = {
  unavailable:
    'Search is not available right now. Please try again in a few minutes; today’s issue, bookmarks and subscriptions still work.',
  unavailableBriefly: 'Search is not available right now',
  noPast:
    'Search is not available right now, so what matched before is not known. New articles are told of all the same.',
  partial: 'Partial results: part of the archive did not answer, so there may be more.',
  partialBriefly: 'Partial results: there may be more',
  cutTerms: (kept) => `The text is long: the ${kept} terms that say most decided the order.`,
}
