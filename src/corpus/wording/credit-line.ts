import { isNote } from './markers.ts'

/** A note in brackets whose end stands in another line: （新华社北京7月7日电 记者某某. */
const OPEN_NOTE = /^[（(][^（）()]*(?:记者|通讯员|本报|本刊|作者|\p{Script=Han}社)[^（）()]*$/u
/** The end of such a note, whose start stands in another line: 某某某 某某 某某某）. */
const END_OF_NOTE =
  /^(?:\p{Script=Han}{0,8}(?:记者|通讯员) ?\p{Script=Han}{2,4}|\p{Script=Han}{2,4} \p{Script=Han}{2,4})(?:[ 、]\p{Script=Han}{2,4}){0,12}[）)]$/u
/** Who wrote it, alone on its line: 本报记者某某, ■某报全媒体记者. */
const WRITER =
  /^[■●◆▲□○◎]?\s*(?:本报|本刊|本社|[\p{Script=Han}《》]{2,10}(?:报|社|台|网|客户端)》?)[驻\p{Script=Han}]{0,6}(?:(?<=驻\p{Script=Han}{2,8}) )?(?:记者|通讯员|评论员)(?:[\p{Script=Han}·《》、\s/]{0,24})$/u
/** A dateline without the text that it opens: 本报某地1月11日, 新华社某地6月25日电. */
const DATELINE_ALONE =
  /^(?:据?新华社|中新社|本报|本刊|本社)[\p{Script=Han}·]{0,12}\d{1,2}月\d{1,2}日(?:[电讯]|\s*$)/u
/** Of the pictures of the whole page: 本版图片均由某某提供. */
const PICTURES = /^(?:本版|本组)(?:图片|照片|摄影|插图|图文|文图)/u

/** Whether a line says who wrote or sent a text, or whose its pictures are: it stands with titles, and is none. */
export const isCreditLine = (text: string): boolean =>
  [OPEN_NOTE, END_OF_NOTE, WRITER, DATELINE_ALONE, PICTURES].some((it) => it.test(text)) || isNote(text)
