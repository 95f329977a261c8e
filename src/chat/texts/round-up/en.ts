import { html } from '../../markup/html.ts'
import type { RoundUpTexts } from './texts.ts'

/** Texts of round-ups in English. */
export const enRoundUp: RoundUpTexts = {
  followUpOf: (number) => `${number}: what came next`,
  later: (day, headline) => `Later, ${day}: ${headline}`,
  between: (from, to) => `${from} to ${to}`,
  title: 'The week in news',
  span: ['Covers', 'all since the last one; each matter is told once'],
  weekly: (day) => `Weekly (${day})`,
  oneDay: html`The week in news comes once a week. Please write one day only: <code>/subscribe Sunday 20:00 weekly</code>`,
}
