import type { HelpTexts } from './texts.ts'

/** Headings of `/help` in English. */
export const enHelp: HelpTexts = {
  groups: { read: 'Find and read', sent: 'Sent to you', places: 'Groups and channels', own: 'Yours' },
}
