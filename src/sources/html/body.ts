import type { BodyPart } from '../source-article.ts'
import type { DomElement, DomNode } from './dom.ts'
import { findAll, findFirst } from './find.ts'
import { isElement, isText, lineOf } from './parse-page.ts'

const BLOCKS = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote section article figure table tbody tr td th center pre'.split(
    ' ',
  ),
)
/** What stands around or inside a body without being text of the article. */
const FURNITURE = new Set(['nav', 'aside', 'footer', 'header', 'form', 'label', 'figcaption', 'svg'])
const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:shar(?:e|ing|edaddy)|social|related|recommend\w*|comments?|copyright|toolbar|pager|prev|next|tags?|cookie|advert\w*|ad)(?:$|[\s_-])/iu
const EDITOR_CLASS = /(?:^|[\s_-])editor(?:$|[\s_-])/iu
const CAPTION_CLASS =
  /caption|tushuo|pci_c|tuzhu|imgnote|img-?desc|pic-?(?:text|desc|intro|note)|photo-?(?:text|desc|note)/iu
const CAPTION_TEXT =
  /^[▲△▼▽←→↑↓◀▶]|^图(?:为|[①-⑩一二三四五六七八九十\d]|片说明)|(?:摄|供图|摄影报道|[/／]图|[/／]摄)[）)]?$/u
const EDITORS =
  /^[（(【[]?\s*(?:责任编辑|责编|本版编辑|编辑|校对|美编|值班编委)\s*[:：]|^[（(【[]?(?:上一篇|下一篇)\s*[:：\]】]?/u
const LONGEST_EDITORS = 60
/** A line of things to press. */
const TOOLS =
  /^(?:[【[（(]?(?:打印(?:本页|本稿)?|关闭(?:窗口)?|[返回][回到](?:顶部|首页|列表|目录)?|收藏|分享(?:到)?|复制链接|字号|阅读原文|纠错|推荐给朋友)[】\])）]?[\s|｜:：/]*){1,8}$/u
/** Where a page can be sent to. */
const SHARE =
  /^分享[到至]?\s*[:：]?(?:[\s|｜、/]*(?:微信|(?:新浪)?微博|朋友圈|QQ(?:空间|好友)?|豆瓣|复制链接)){1,8}$/u
/** A line that only says when, or from where, a page was put on the web. */
const PUBLISHED =
  /^(?:(?:发布|发表|更新)?(?:时间|日期)[:：]\s*)?\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?(?:[ T]\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s*(?:来源|责编|编辑|作者)[:：].{0,30})?$/u
/** Two wide blanks open a paragraph in texts that have no tags for it. */
const INDENT = /(?:[\u3000\u00a0\u2003]{2,}|(?<=[。！？”」]) {4,})/u
const LONGEST_SUBHEAD = 40
const ENDS_SENTENCE = /[。！？!?…；;，,、：:][”’」』）)》]*$/u

/** The text of an article, in the order of the page. */
export interface Body {
  readonly parts: readonly BodyPart[]
  /** File names, without folders. */
  readonly pictures: readonly string[]
}

interface Draft {
  text: string
  /** Characters of it that are bold. */
  bold: number
  centred: boolean
  caption: boolean
  afterPicture: boolean
}

/**
 * Reads the nodes of a body into paragraphs, sub-heads and captions. A block element or a line break ends a
 * paragraph; a short paragraph that is bold throughout is a sub-head; text in the table or figure of a picture, and a
 * line right after a picture that reads like one, is its caption.
 */
export function readBody(nodes: readonly DomNode[]): Body {
  const reader = new BodyReader()
  for (const node of nodes) reader.read(node)
  return reader.finish()
}

class BodyReader {
  readonly #drafts: Draft[] = []
  readonly #pictures: string[] = []
  #text = ''
  #bold = 0
  #boldDepth = 0
  #centredDepth = 0
  #captionDepth = 0
  #afterPicture = false

  read(node: DomNode): void {
    if (isText(node)) this.#addText(node.textContent ?? '')
    else if (isElement(node)) this.#readElement(node)
  }

  finish(): Body {
    this.#break()
    const paragraphs = this.#drafts.filter((it) => !it.caption)
    const bold = paragraphs.filter(isBold).length
    const toPart = (draft: Draft): BodyPart => {
      if (draft.caption || isCaption(draft)) return { kind: 'caption', text: draft.text }
      // Where most of the text is bold, bold says nothing.
      const isSubhead = isBold(draft) && bold * 2 < paragraphs.length
      return { kind: isSubhead ? 'subhead' : 'paragraph', text: draft.text }
    }
    return { parts: this.#drafts.map(toPart), pictures: [...new Set(this.#pictures)] }
  }

  #readElement(element: DomElement): void {
    const name = element.localName.toLowerCase()
    if (name === 'br' || name === 'hr') return this.#break()
    if (name === 'img') return this.#addPicture(element)
    const isCaptionElement = name === 'figcaption' || isCaptionClass(element)
    if (!isCaptionElement && isFurniture(element, name)) return
    const isBlock = BLOCKS.has(name) || isCaptionElement
    const isBoldElement =
      /^(?:b|strong|h[2-6])$/u.test(name) || /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(styleOf(element))
    const isCentred =
      name === 'center' ||
      element.getAttribute('align') === 'center' ||
      /text-align\s*:\s*center/iu.test(styleOf(element))
    const isPictureTable = (name === 'table' || name === 'figure') && isOfPicture(element)
    if (isBlock) this.#break()
    this.#boldDepth += Number(isBoldElement)
    this.#centredDepth += Number(isCentred)
    this.#captionDepth += Number(isCaptionElement || isPictureTable)
    for (const child of element.childNodes) this.read(child)
    if (isBlock) this.#break()
    this.#boldDepth -= Number(isBoldElement)
    this.#centredDepth -= Number(isCentred)
    this.#captionDepth -= Number(isCaptionElement || isPictureTable)
  }

  #addText(raw: string): void {
    const [first = '', ...others] = raw.split(INDENT)
    this.#append(first)
    for (const text of others) {
      // An indent inside a sentence is a blank in a title or a name.
      if (this.#text.trim() === '' || ENDS_SENTENCE.test(this.#text.trim())) this.#break()
      else this.#append(' ')
      this.#append(text)
    }
  }

  #append(text: string): void {
    const line = text.replace(/[\s\u00a0\u3000]+/gu, ' ')
    this.#text += line
    if (this.#boldDepth > 0) this.#bold += line.trim().length
  }

  #addPicture(element: DomElement): void {
    const address = element.getAttribute('src') ?? element.getAttribute('data-src') ?? ''
    const file =
      address
        .replace(/[?#].*$/su, '')
        .split('/')
        .at(-1) ?? ''
    if (file !== '' && !address.startsWith('data:')) this.#pictures.push(file)
    this.#break()
    this.#afterPicture = true
  }

  #break(): void {
    const text = this.#text.replace(/ +/gu, ' ').trim()
    const bold = this.#bold
    this.#text = ''
    this.#bold = 0
    if (text === '' || isBesideText(text)) return
    this.#drafts.push({
      text,
      bold,
      centred: this.#centredDepth > 0,
      caption: this.#captionDepth > 0,
      afterPicture: this.#afterPicture,
    })
    this.#afterPicture = false
  }
}

/** Whether a line names editors, when it was put on the web, or things to press: no text of an article. */
export const isBesideText = (line: string): boolean =>
  line.length <= LONGEST_EDITORS &&
  (EDITORS.test(line) || PUBLISHED.test(line) || TOOLS.test(line) || SHARE.test(line))

const classOf = (element: DomElement) =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
/** Whether an element is called as what holds a caption is. */
export const isCaptionClass = (element: DomElement): boolean => CAPTION_CLASS.test(classOf(element))
const styleOf = (element: DomElement) => element.getAttribute('style') ?? ''

const isBold = ({ text, bold }: Draft): boolean =>
  text.length <= LONGEST_SUBHEAD && bold >= text.replace(/ /gu, '').length && !ENDS_SENTENCE.test(text)

const isCaption = ({ text, centred, afterPicture }: Draft): boolean =>
  afterPicture && text.length <= 200 && (centred || CAPTION_TEXT.test(text))

/** A table or figure that holds a picture and little text: its text is the caption. */
export const isOfPicture = (element: DomElement): boolean =>
  findFirst(element, 'img') !== null && findAll(element, 'p').length <= 2 && lineOf(element).length <= 300

/** Share of an element's text that is links, 0 to 1. */
export function linkDensity(element: DomElement): number {
  const length = lineOf(element).length
  if (length === 0) return 0
  let linked = 0
  for (const link of findAll(element, 'a[href],a[daoxiang]')) linked += lineOf(link).length
  return linked / length
}

/** Whether an element stands around a text, by its tag, its class, or because it is a list of links. */
export function isFurniture(element: DomElement, name: string): boolean {
  if (FURNITURE.has(name)) return name !== 'header' || linkDensity(element) > 0.5
  if (FURNITURE_CLASS.test(classOf(element))) return true
  // Systems call the element of a text by the editor that it was written with, too.
  if (EDITOR_CLASS.test(classOf(element)) && lineOf(element).length <= LONGEST_EDITORS) return true
  const isList = name === 'ul' || name === 'ol' || name === 'table' || name === 'div' || name === 'p'
  return isList && findAll(element, 'a[href]').length >= 2 && linkDensity(element) > 0.6
}
