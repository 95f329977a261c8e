/** `2024-06-08` → 20240608. */
export const dayNumberOf = (day: string): number => Number(day.replaceAll('-', ''))
