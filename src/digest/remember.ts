/**
 * Makes each thing once and gives it to all who ask for it, also while it is being made; of many things the latest
 * are kept. What failed is made again.
 * @param keyOf two questions with the same key have the same answer
 */
export function remember<Question, Answer>(
  limit: number,
  keyOf: (question: Question) => string,
  make: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>()
  return (question) => {
    const key = keyOf(question)
    const before = known.get(key)
    if (before) return before
    const made = make(question)
    known.set(key, made)
    made.catch(() => known.delete(key))
    const [oldest] = known.keys()
    if (known.size > limit && oldest !== undefined) known.delete(oldest)
    return made
  }
}
