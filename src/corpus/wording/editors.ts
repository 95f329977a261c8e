import { looksLikeName } from './surname.ts'

/** What those who make a page do, as its foot says. */
const ROLE =
  /(?:本版|责任|执行|值班|美术|图片|文字|本期|电子|首席)*(?:编辑|主编|编委|美编|总编辑?|责编|校对|校检|检校|图编|视觉|版式(?:设计)?|版面(?:设计)?|组版|排版|制版|主任|审读|签发)/gu

/** The number of the page or the day may stand behind the names. */
const BEHIND_NAMES =
  /(?: 第[一二三四五六七八九十\d]{1,3}版| [A-Z]?\d{1,3}版?| ?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?: ?(?:星期|周)[一二三四五六日天])?)$/u

const NAME = /^[\p{Script=Han}·]{1,8}$/u
const STARTS = new RegExp(`^${ROLE.source}`, 'u')

/** Whether a line does nothing but name who made the page: 主编 李四 编辑 王五 校对 赵六. */
export function namesEditors(text: string): boolean {
  const bare = text.replace(/^[□■◎●○◆◇▲※ ]+/u, '').replace(BEHIND_NAMES, '')
  if (!STARTS.test(bare)) return false
  const names = bare
    .replace(ROLE, ' ')
    .split(/[\s:：/丨|、，□■◎●]+/u)
    .filter(Boolean)
  const known = names.filter((name) => looksLikeName(name)).length
  return known > 0 && known * 2 >= names.length && names.every((name) => NAME.test(name))
}
