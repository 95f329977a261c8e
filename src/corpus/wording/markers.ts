/** Wording that any Chinese paper uses to open, close and sign its articles. Patterns for cleaned text. */

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})'
const DAY = `(?:${NUMBER}月)?${NUMBER}日`
const PLACE = '[\\p{Script=Han}·]{2,12}?'

/** 本报讯, 本报北京6月25日电, 新华社北京6月25日电, （新华社…电）. */
export const DATELINE = new RegExp(
  `^[（(]?(?:据)?((?:本报|[\\p{Script=Han}]{1,4}[社网])(?:记者)?(?:${PLACE})?(?:\\d{4}年)?${DAY}[电讯])[）)]?`,
  'u',
)
/** A dateline that has a line to itself. */
export const isLoneDateline = (text: string): boolean => {
  const found = DATELINE.exec(text)
  return found !== null && found[0].length === text.length
}
const CLOSING_DATELINE = new RegExp(
  `[（(]?(?:据)?((?:本报|[\\p{Script=Han}]{1,4}?社)${PLACE}(?:\\d{4}年)?${DAY}[电讯])[）)]?$`,
  'u',
)
const MEDIUM =
  '(?:《\\p{Script=Han}{2,12}》|\\p{Script=Han}{0,8}?(?:社|[日晚早时]报|网|央视|新闻|客户端|电视台|公众号|微博))'
/** The name of a medium may hold 和 too, so the ways to read a list of them grow with its length. */
const MOST_MEDIA = 6
/** Where an article was taken from, without a day: 据新华社电, （综合新华社、央视新闻报道）, 来源：某报. */
const SOURCE = new RegExp(
  `^[（(]?(?:(?:据|综合|摘自|转自|来源[:：]?)\\s*(${MEDIUM}(?:[、，和\\s]+${MEDIUM}){0,${MOST_MEDIA - 1}})\\s*(?:电|讯|消息|报道|综合报道)?|(\\p{Script=Han}{1,4}社)电?)[）)]?$`,
  'u',
)
/** The dateline that a text ends with. */
export const closingDateline = (text: string): RegExpExecArray | null => CLOSING_DATELINE.exec(text)
/** What each such text ends with: most that is asked about does not, and the ways to read its media need not be tried. */
const SOURCE_END = /[电讯息道社报网视闻端台号博》]\s*[）)]?$/u
/** Who a text names as its source, if it does nothing else. */
export const sourceOf = (text: string): string | undefined => {
  const found = SOURCE_END.test(text) ? SOURCE.exec(text) : null
  return found?.[1] ?? found?.[2]
}

/** Whether the text ends with a dateline, as notices and some agencies print it below the text. */
export const closesWithDateline = (text: string): boolean => CLOSING_DATELINE.test(text)
const CLOSING_NOTE =
  /[（(](?:作者|编者|本文|本版|资料|摘自|原载|转载|附|完|待续|未完|本报|新华社|中新社)[^（）()]{0,80}[）)]$/u
/** Whether a text ends with a note in brackets on who wrote it or where it comes from: （作者系某大学教授）. */
export const closesWithNote = (text: string): boolean => CLOSING_NOTE.test(text)
const NOTES = /^(?:(?:[（(][^（）()]{4,80}[）)])+|[—─―-]{1,4} ?[编編] ?者)$/u
/** Whether a text is nothing but notes in brackets, (讲话全文见A02版), or the editor's sign: ——编者. */
export const isNote = (text: string): boolean => NOTES.test(text)
const LEAD =
  /^(?:本报|本刊|本网)(?:综合|\p{Script=Han}{2,4})?(?:讯|消息)|^[（(〔【[](?:本报|本報|[^（）()〔〕【】]{0,14})?[记記]者[^（）()〔〕【】]{1,60}[）)〕】\]]|^(?:据)?\p{Script=Han}{1,4}[社网](?:电|讯|消息)|^(?:本报|本刊|本网)(?:特约|首席)?记者 ?[\p{Script=Han}· 、]{2,24}?报道/u
const PAGE_NUMBER = '([A-Z]?\\d{1,3}|[一二三四五六七八九十]{1,3})'
/** Brackets of jump markers do not always match: （上接第一版】. */
const OPEN = '[（(【〔[]'
const CLOSE = '[）)】〕\\]]'
/** The jump marker that a continuation opens with: 紧接01版, （上接第一版）. */
export const JUMP = new RegExp(`^${OPEN}?(?:上接|紧接|接)第?\\s*${PAGE_NUMBER}\\s*版${CLOSE}?\\s*`, 'u')
/** A jump marker that stands behind the headline of its article. */
export const JUMP_AFTER = new RegExp(`${OPEN}?(?:上接|紧接)第?\\s*${PAGE_NUMBER}\\s*版${CLOSE}?$`, 'u')
/** A jump marker with text behind it: two articles. */
export const JUMP_AMID = new RegExp(
  `[（(【〔▶►→](?:下转|转)第?\\s*${PAGE_NUMBER}\\s*版${CLOSE}?\\s*[\\p{L}\\p{N}]`,
  'u',
)
/** The jump marker that a first part ends with: （下转第二版）. */
export const JUMP_ON = new RegExp(
  `(?:(?<![（(【〔[▶►→])[（(【〔[▶►→]+)?(?:下转|转)第?\\s*${PAGE_NUMBER}\\s*版${CLOSE}?$`,
  'u',
)
const TERMINAL = /[。！？!?…；;][”’」』）)》]*$|[a-z]{3}["'”’)\]]*\.["'”’)\]]*$/u

/** Whether the text ends with the end of a sentence; closing quotation marks and brackets may follow it. */
export const endsSentence = (text: string): boolean => TERMINAL.test(text)

/** Whether the text begins with an opening quotation mark or bracket. */
export const opensWithMark = (text: string): boolean => /^[“‘「『（(《〈【[]/u.test(text)

/**
 * Whether the text begins as only an article does: with a dateline, the paper's own byline (本报讯, 记者…) or a
 * jump marker.
 */
export const opensArticle = (text: string): boolean =>
  DATELINE.test(text) || LEAD.test(text) || JUMP.test(text)

const OPENS = '“‘「『（(《〈【'
const CLOSES = '”’」』）)》〉】'
/** What no title ends with: the next line goes on. */
const HANGING = /[暨和与及、]$/u

/** Whether a title goes on in the next line: a bracket or quotation mark is open, or its last word wants another. */
export function goesOn(title: string): boolean {
  const open: number[] = []
  for (const sign of title) {
    const kind = OPENS.indexOf(sign)
    const closed = CLOSES.indexOf(sign)
    if (kind >= 0) open.push(kind)
    else if (closed >= 0 && open.at(-1) === closed) open.pop()
  }
  return open.length > 0 || HANGING.test(title)
}

/** What stands before the title of a section, and not before a headline. */
const SECTION_MARK =
  /^(?:[■□●○◆◇▲△▌▍▎▪◼★☆►▶※◎](?! ?(?:本报|记者)) ?|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])\P{P}/u

/** Whether a title begins with a mark or number as sub-heads do: ■, ●, 一、, （一）. */
export const isMarked = (title: string): boolean => SECTION_MARK.test(title)

/** The phrases of a title, which papers part by blanks; blanks between Latin words part none. */
export const phrasesOf = (title: string): readonly string[] =>
  title.split(/ (?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) /u)

/** A line of a title that says who says what the next one tells: 某某在座谈会上强调. */
export const ANNOUNCES = /(?:强调|指出|要求|表示|显示|获悉|批准)$/u
/** A line of a title that goes on with a dash, as decks do. */
export const OPENS_WITH_DASH = /^(?:——|⸺|—|--)/u
/** Whether a part of a title has more than one clause. */
export const hasComma = (text: string): boolean => /[，,；]/u.test(text)
