import type { HelpTexts } from './texts.ts'

/** Headings of `/help` in Simplified Chinese. */
export const zhHansHelp: HelpTexts = {
  groups: { read: '找报、读报', sent: '定时送来', places: '群和频道', own: '我的' },
}
