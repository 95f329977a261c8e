import type { SearchServerTexts } from './texts.ts'

/** Texts about the search server in English. */
export const enSearchServer: SearchServerTexts = {
  unavailable:
    'Search is not available right now. Please try again in a few minutes; today’s issue, bookmarks and subscriptions still work.',
  partial: 'Partial results: part of the archive did not answer, so there may be more.',
  partialBriefly: 'Partial results: there may be more',
  cutTerms: (kept) => `The text is long: the ${kept} terms that say most decided the order.`,
}
