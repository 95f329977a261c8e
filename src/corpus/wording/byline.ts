import { looksLikeName } from './surname.ts'

/** Who wrote an article, as its byline or lead says. */
export interface Byline {
  readonly names: readonly string[]
  readonly agency?: string
}

const ROLE =
  '(?:(?:特约|见习|实习|首席|全媒体|融媒体?|驻[\\p{Script=Han}]{2,8} ?)?[记記]者|通[讯訊][员員]|实习生|特派员|本报评论员|(?:采写|撰文|撰稿|作者|文|图)(?=\\s*[:：/]))'
const NAME = '[\\p{Script=Han}]{1,4}(?:·[\\p{Script=Han}]{1,6}){0,3}'
const NAMES = `${NAME}(?:[\\s、，,/]+${NAME})*`
/** Each text is read in one way only: with 文/图 beside 文 and 图, a row of them could be read in 2ⁿ ways. */
const CREDIT = '(?:[\\s/]*(?:文(?:并摄影?)?|摄影?|报道|供图|图|整理|综合|通讯员|实习生))*'

const SIGNED = new RegExp(
  `^[（(]?((?:${NAMES}[\\s]+)?)([\\p{Script=Han}·]{0,14}?)(${ROLE})[\\s:：]*(${NAMES})?(${CREDIT})[）)]?$`,
  'u',
)

/** Marks that papers set before a byline. */
const BULLET = /^[□■◎●○◆◇▲△★※▌▪ ]+/u
/** What was done, or where from, around the names: 文/图 本报记者 李四, 本报记者 李四 北京报道. */
const DONE_BEFORE = /^(?:文\/图|图\/文|图文|文图|采写)[ /|丨:：]*(?=\p{Script=Han}{0,14}记者)/u
const DONE_BEHIND = /(?<=\p{Script=Han}) (?:发自)?\p{Script=Han}{2,6}(?<!摄影|综合)报道(?=[）)]?$)/u
const PART = `(?:文|图|摄|摄影|采写|撰文|整理)`
/** 文/李四 图/王五, 李四/文 王五/图. */
const BY_PARTS = new RegExp(`^(?:(?:${PART} ?[/|丨:：] ?${NAME} ?)+|(?:${NAME} ?[/|丨] ?${PART} ?)+)$`, 'u')

/** Editorials are signed by an office, not by a name. */
const COMMENTATOR = /^(?:本[报刊网台]|\p{Script=Han}{2,6}(?:[日晚早时]报|[社网]))(?:特约|首席)?评论员$/u

/** Whether a text is nothing but the signature of an editorial: 本报评论员. */
export const isCommentator = (text: string): boolean => COMMENTATOR.test(text)

const ENGLISH = /^By ((?:[A-Z][\w.'-]*(?: (?!and )|, | and |$)){2,8})$/u

/** What any byline holds; most lines hold none of it. */
const SIGNING =
  /^By [A-Z]|[记記]者|通[讯訊][员員]|实习生|特派员|评论员|[文图摄影写稿者][ ]?[/|丨:：]|[/|丨] ?[文图摄整采撰]/u

/** Reads a line that only signs an article (成都日报锦观新闻记者 杨帆); `undefined` for any other text. */
export function readByline(line: string): Byline | undefined {
  if (line.length > 90 || !SIGNING.test(line) || /[。；！？“”]/u.test(line)) return undefined
  // The bracket was opened on the line before: the end of a signature that wraps.
  if (/^[^（(]+[）)]$/u.test(line)) return undefined
  const english = ENGLISH.exec(line)?.[1]
  if (english !== undefined) return { names: english.split(/, | and /u) }
  const text = line.replace(BULLET, '').replace(DONE_BEFORE, '').replace(DONE_BEHIND, '').trim()
  if (isCommentator(text)) return { names: [text] }
  if (BY_PARTS.test(text)) return readParts(text)
  const signed = SIGNED.exec(text)
  if (!signed) return undefined
  const names = [...splitNames(signed[4] ?? ''), ...splitNames(signed[1] ?? '')]
  // Foreign names and rare surnames pass where they stand beside a common one, or where the paper is named.
  const known = isNamedPaper(signed[2] ?? '', text) ? names.length : names.filter(looksLikeName).length
  if (known === 0 || known * 2 < names.length) return undefined
  return { names, ...agencyOf(signed[2] ?? '') }
}

const REPORTER = /记者 [\p{Script=Han}·]{2,}/u

/** Behind the name of a paper, 记者 and a blank stand names, however rare: 本报记者 次仁卓玛. */
const isNamedPaper = (agency: string, text: string): boolean =>
  /[报社网刊]$|新闻$/u.test(agency) && REPORTER.test(text) && text.length <= 40

function readParts(text: string): Byline | undefined {
  const names = text.split(/[ /|丨:：]+/u).filter((part) => part !== '' && !IS_PART.test(part))
  return names.length > 0 && names.every(looksLikeName) ? { names: [...new Set(names)] } : undefined
}

const IS_PART = new RegExp(`^${PART}$`, 'u')

const BRACKETED = /^[（(]([\p{Script=Han}·、 ]{2,40})[）)]$/u
const FOREIGN_NAME = /^\p{Script=Han}{2,5}·\p{Script=Han}{2,6}$/u

/** Where a reader writes from, before the name: 江西玉山县李芳琴, 棉纺织厂办公室唐锦禄. */
const PLACE =
  /^\p{Script=Han}{1,20}?(?:省|市|县|区|州|旗|镇|乡|村|局|厅|处|部|院|社|校|厂|站|团|队|行|所|委|会|公司|大学|中学|小学|办公室) ?(?=\p{Script=Han}{2,3}$)/u

/** Reads names that stand alone in brackets behind an article, maybe with a place: （李四 王五）, （江西玉山县李芳琴）. */
export function readBracketedNames(text: string): Byline | undefined {
  const inside = BRACKETED.exec(text)?.[1]
  const bare = inside?.replace(PLACE, '')
  const names = (bare?.split(/[、 ]+/u) ?? []).flatMap(partGlued)
  const isName = (name: string) => looksLikeName(name) || FOREIGN_NAME.test(name)
  return names.length > 0 && names.every(isName) ? { names } : undefined
}

const NAMES_ALONE = /^[\p{Script=Han}·、 ]{2,24}$/u
/** What is common in words that begin like names, and rare in names: 高质量, 金融业. */
const NO_NAME =
  /[的了与和在是不为年月日市省县区国会议业务动工作员质量际经济政府发展化法案部门题报告行活上下中有无第元个机场路队]/u

/** Reads a line of names and nothing else, as it stands under a title: 张剑 杨二, 玛丽娜·拉古什. */
export function readBareNames(text: string): Byline | undefined {
  if (!NAMES_ALONE.test(text) || NO_NAME.test(text)) return undefined
  const names = splitNames(text)
  const isName = (name: string) => looksLikeName(name) || SHORT_FOREIGN.test(name)
  return names.length > 0 && names.every(isName) ? { names } : undefined
}

/** What somebody is, with the name behind it and nothing else: 某某研究所副所长张三. */
const POST =
  /^(?:\p{Script=Han}|[“”（）《》·]){2,24}?(?:[部局司厅处院所会校行社台站厂]长|书记|主任|主席|委员|总裁|经理|教授|研究员|院士|博士|主编|编辑|工程师|编审|学者) ?(\p{Script=Han}{2,3})$/u

/** Reads who writes, with the post held, as it stands under the title of an opinion. */
export function readPostAndName(text: string): Byline | undefined {
  const name = POST.exec(text)?.[1]
  return name !== undefined && looksLikeName(name) && !NO_NAME.test(name) ? { names: [name] } : undefined
}

/** A mark or a dash before names, and the place where their bearers live behind them. */
const MARKED_NAMES =
  /^(?:[□■◎●○◆◇▲△▌▪] ?|[—─―-]{1,4} ?)([\p{Script=Han}·、 ]{2,24})(?:[（(]\p{Script=Han}{2,12}[）)])?$/u

/** Reads names behind a mark, as opinions and essays are signed: ■ 李四, ——李四 王五（辽宁）. */
export function readMarkedNames(text: string): Byline | undefined {
  const names = MARKED_NAMES.exec(text)?.[1]
  return names === undefined ? undefined : readBareNames(names)
}

/** A longer one may be a name and what its bearer does. */
const SHORT_FOREIGN = /^\p{Script=Han}{2,5}·\p{Script=Han}{2,4}$/u

const IN_LEAD = new RegExp(
  `[（(〔【]([^（）()〔〕【】]{0,20}?)${ROLE}[\\s:：]*([^（）()〔〕【】]{2,80})[）)〕】]`,
  'u',
)

/** 本报记者 李四 报道 全市… */
const TOLD_BY = /^(\p{Script=Han}{2,10})(?:特约|首席)?记者 ?([\p{Script=Han}· 、]{2,24}?) ?报道/u

const REPORTS = /[/／∕]\p{Script=Han}{2,6}[报報][导導道]$/u
const PICTURES = /(?:受访|图片|资料)[\p{Script=Han}]{0,6}(?:供图|图)?/gu

/** Reads the bracket of a lead: 本报讯（…记者 杨升涛）, 新华社北京6月25日电（记者李四）. */
export function readLeadByline(text: string): Byline | undefined {
  const told = TOLD_BY.exec(text)
  if (told) return { names: splitNames(told[2] ?? ''), ...agencyOf(told[1] ?? '') }
  const lead = IN_LEAD.exec(text.slice(0, 120))
  if (!lead || lead.index > 30) return undefined
  const names = splitNames((lead[2] ?? '').replace(REPORTS, '').replace(PICTURES, ''))
  return names.length === 0 ? undefined : { names, ...agencyOf(lead[1] ?? '') }
}

const agencyOf = (text: string): { agency?: string } => (text === '' ? {} : { agency: text })

const CREDIT_WORD = /文\/图|图\/文|文并?摄影?|摄影报道|摄影|报道|供图|通讯员|实习生|记者|整理|综合/gu

const ANY_NAME = /^[\p{Script=Han}·A-Za-z.]{2,20}$/u

/** Names are parted by blanks or marks; a two-character name may be spread out (李 霞). */
export function splitNames(text: string): string[] {
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
  return names.flatMap(partGlued).filter((name) => ANY_NAME.test(name))
}

const TWO_NAMES = /^\p{Script=Han}{5,6}$/u

/** Names that stood on two lines, with nothing to part them where they were joined: 张三 and 李小四 as 张三李小四. */
function partGlued(name: string): readonly string[] {
  if (!TWO_NAMES.test(name)) return [name]
  for (const at of [3, 2]) {
    const parts = [name.slice(0, at), name.slice(at)]
    if (parts.every((part) => part.length <= 3 && looksLikeName(part))) return parts
  }
  return [name]
}
