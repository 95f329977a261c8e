import type { ReportTexts } from './texts.ts'

/** Texts about wrong articles in English. */
export const enReports: ReportTexts = {
  button: 'Report',
  noted: 'Thank you. The operator will see it.',
  known: 'You have already reported this article.',
  full: 'You have reported many articles. Please wait until the operator has seen them.',
}
