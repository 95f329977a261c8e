import type { HelpTexts } from './texts.ts'

/** Headings of `/help` in Traditional Chinese. */
export const zhHantHelp: HelpTexts = {
  groups: { read: '找報、讀報', sent: '定時送來', places: '群組和頻道', own: '我的' },
}
