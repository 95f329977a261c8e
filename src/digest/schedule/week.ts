/** Weekdays that go together; 1 is Monday. */
export const WEEK = {
  every: [1, 2, 3, 4, 5, 6, 7],
  workdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  sunday: [7],
} as const satisfies Readonly<Record<string, readonly number[]>>
