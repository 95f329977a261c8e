/**
 * What speaks for a sentence as an answer, and against it; in the order of the weights of the answer model. Shares and
 * flags are from 0 to 1.
 */
export const EVIDENCE = [
  /** How much of the topic is said, with what stands around the sentence; then by the sentence alone. */
  'coverage',
  'inSentence',
  /** The same of what is asked of the topic, with its surroundings; then in the clause of the answer, or the one before. */
  'predicate',
  'predicateNear',
  /** How well the stretch fits the kind of answer; how near to the topic it stands; whether it is told right of it. */
  'fit',
  'nearness',
  'told',
  /** How much of the topic stands in the clause of the answer, and the one before. */
  'clause',
  /** Pairs of neighbouring characters of the topic: in the sentence, with its surroundings, in the article. */
  'pairsHere',
  'pairsNear',
  'pairsInArticle',
  /** The weightiest word of the topic that the article lacks; the share of the topic that its headline holds. */
  'missing',
  'inHeadline',
  'isLead',
  /** How well the time fits; whether the day is one that is only planned. */
  'time',
  'planned',
  /** Counts for another part of the country; for a part of the whole (其中); tells a change, where the amount is asked for. */
  'otherScope',
  'partOnly',
  'change',
  /** 1 for the first article that was found, less for those behind it. */
  'place',
  /** How many other articles tell the same value, as `1 - 1 / n`. */
  'support',
  /** Longer sentences hold more by chance: the logarithm of its length over 40 characters, from -1 to 1. */
  'length',
  /** What the product of coverage and form says; the two make up for one another in a sum only. */
  'product',
  /** Whether the sentence itself says what is asked of the topic; 1 if nothing is. */
  'predicateHere',
  /** Of the word of the topic that says most: what it is worth that the sentence, or what stands around it, holds it. */
  'subject',
  /** Of the pair of characters that says most among those neither the sentence nor its surroundings hold: its share of the greatest. */
  'rarestMissing',
  /** Speaks of another one of its kind: 第四届 for 第三届, another country or province than the one that is asked about. */
  'otherNumber',
  'otherPlace',
  /** Days of the newest candidate, less those of this one, in years; at most 1, and 0 if a year is asked about. */
  'age',
  /** See `ValueEvidence`. */
  'counted',
  'onTop',
  'whole',
  'unaskedPart',
  'ahead',
  'notYet',
  'otherNumbers',
  'opposite',
  /** Does not say what is asked to have come about, where its day or place is asked for. */
  'noEvent',
  /** Like `missing`, of the words that other articles hold. */
  'knownMissing',
  /** Counts in another unit than is asked for. */
  'otherUnit',
  /** See `Closeness`. */
  'ownClause',
  'rightBefore',
  'rightBehind',
  'touches',
  'touchedBehind',
  'predicateGap',
  'isNearest',
  'inHeadlineToo',
  'order',
  /** Among the numbers in its unit that others tell of the topic: the share of those that are not greater; a half if there are none. */
  'size',
] as const

/** One number for each of {@link EVIDENCE}. */
export type Evidence = Readonly<Record<(typeof EVIDENCE)[number], number>>
