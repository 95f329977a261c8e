/** Of letters in the outbox; higher ones go first. */
export const PRIORITY = { alert: 1, operator: 2 } as const
