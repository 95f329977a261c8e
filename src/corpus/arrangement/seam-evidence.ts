/** How a text begins that tells of something new. */
export const NEWS = /^.{0,24}?(?:今[天日]|昨[天日]|日前|近日|当地时间|\d日[晚上下，举召在]|获悉)/u

/** How a text begins that takes up what was said before. */
export const GOES_ON =
  /^(?:此外|另外|同时|其中|因此|为此|对此|接下来|据了解|据介绍|目前|随后|会上|会前|会后|他|她|它|这|那|但|而)/u

/** Cosine at which two neighbours are as likely of one article as of two, and what keeps its logarithm small. */
const EVEN_COSINE = 0.02
const COSINE_SLACK = 0.005

/** Likeness of two texts as a logarithm, from their cosine: 0 for an even chance. */
export const kinshipOf = (cosine: number): number =>
  Math.log((cosine + COSINE_SLACK) / (EVEN_COSINE + COSINE_SLACK))
