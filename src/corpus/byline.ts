import { looksLikeName } from './surname.ts'

/** Who wrote a piece, as its byline or lead says. */
export interface Byline {
  readonly names: readonly string[]
  readonly agency?: string
}

const ROLE =
  '(?:(?:特约|见习|实习|首席|全媒体|融媒体?|驻[\\p{Script=Han}]{2,6})?记者|通讯员|实习生|特派员|本报评论员|(?:采写|撰文|撰稿|作者|文|图)(?=\\s*[:：/]))'
const NAME = '[\\p{Script=Han}]{1,4}(?:·[\\p{Script=Han}]{1,6}){0,3}'
const NAMES = `${NAME}(?:[\\s、，,/]+${NAME})*`
const CREDIT =
  '(?:[\\s/]*(?:文/图|图/文|文并?摄影?|摄影报道|摄影|报道|供图|图|摄|文|整理|综合报道|综合|通讯员|实习生))*'

const SIGNED = new RegExp(
  `^[（(]?((?:${NAMES}[\\s]+)?)([\\p{Script=Han}·]{0,14}?)(${ROLE})[\\s:：]*(${NAMES})?(${CREDIT})[）)]?$`,
  'u',
)

/** Reads a line that only signs a piece (成都日报锦观新闻记者 杨帆); `undefined` for any other text. */
export function readByline(text: string): Byline | undefined {
  if (text.length > 90 || /[。；！？“”]/u.test(text)) return undefined
  const signed = SIGNED.exec(text)
  if (!signed) return undefined
  const names = [...splitNames(signed[4] ?? ''), ...splitNames(signed[1] ?? '')]
  // Foreign names and rare surnames pass where they stand beside a common one, or where the paper is named.
  const known = names.filter(looksLikeName).length
  if (known === 0 || known * 2 < names.length) return undefined
  return { names, ...agencyOf(signed[2] ?? '') }
}

const IN_LEAD = new RegExp(`[（(]([^（）()]{0,20}?)${ROLE}[\\s:：]*([^（）()]{2,80})[）)]`, 'u')

/** Reads the bracket of a lead: 本报讯（…记者 杨升涛）, 新华社北京6月25日电（记者李四）. */
export function readLeadByline(text: string): Byline | undefined {
  const lead = IN_LEAD.exec(text.slice(0, 120))
  if (!lead || lead.index > 30) return undefined
  const names = splitNames(
    (lead[2] ?? '').replace(/(?:受访|图片|资料)[\p{Script=Han}]{0,6}(?:供图|图)?/gu, ''),
  )
  return names.length === 0 ? undefined : { names, ...agencyOf(lead[1] ?? '') }
}

const agencyOf = (text: string): { agency?: string } => (text === '' ? {} : { agency: text })

const CREDIT_WORD = /文\/图|图\/文|文并?摄影?|摄影报道|摄影|报道|供图|通讯员|实习生|记者|整理|综合/gu

/** Names are parted by blanks or marks; a two-character name may be spread out (李 霞). */
function splitNames(text: string): string[] {
  const parts = text
    .replace(CREDIT_WORD, ' ')
    .split(/[\s、，,;；/|]+/u)
    .filter(Boolean)
  const names: string[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    const next = parts[at + 1]
    if (part.length === 1 && next?.length === 1) {
      names.push(part + next)
      at++
    } else names.push(part)
  }
  return names.filter((name) => /^[\p{Script=Han}·A-Za-z.]{2,20}$/u.test(name))
}
