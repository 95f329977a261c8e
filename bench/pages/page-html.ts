import {
  type Area,
  type Banner,
  GUTTER_OF_COLUMNS,
  INNER_WIDTH,
  type Layout,
  type Module,
} from './lay-out.ts'

export const MARGIN = 30
export const WIDTH = 740
export const HEIGHT = 1040

const shuffled = (parts: readonly string[], chance: () => number): readonly string[] =>
  parts
    .map((part) => ({ part, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ part }) => part)

interface Issue {
  readonly paper: string
  readonly page: string
  readonly section: string
}

/**
 * A page as HTML whose units are points; texts that are too long are shortened afterwards. What stands on it is painted in any
 * order.
 */
export function htmlOf({ modules, banners }: Layout, issue: Issue, chance: () => number): string {
  const body = 8.5 + Math.round(chance() * 4) / 2
  const face = chance() < 0.5 ? 'Noto Serif CJK SC' : 'Noto Sans CJK SC'
  return `<meta charset="utf-8"><style>
*{margin:0;padding:0;box-sizing:border-box}
body{width:${WIDTH}pt;height:${HEIGHT}pt;position:relative;font:${body}pt/1.5 '${face}',sans-serif;overflow:hidden}
.folio{position:absolute;left:${MARGIN}pt;top:${MARGIN}pt;width:${INNER_WIDTH}pt;height:44pt;border-bottom:1pt solid #000;display:flex;justify-content:space-between;align-items:center;font-size:11pt}
.folio b{font-size:20pt}
.module{position:absolute;display:flex;flex-direction:column;overflow:hidden}
.module.beside,.module.down{flex-direction:row;gap:10pt}
.framed{border:.8pt solid #000;padding:7pt}.tinted{background:#eee;padding:7pt}
.head{flex:none;padding-bottom:6pt}.centred .head{text-align:center}.beside .head{width:28%}.down .head{writing-mode:vertical-rl;height:100%}
h1{font-family:'Noto Sans CJK SC';font-weight:700;line-height:1.25}.kicker,.deck{font-size:${body + 2}pt;font-family:'Noto Sans CJK SC'}
.by{font-size:${body}pt;text-align:center;font-family:'Noto Sans CJK SC'}
.rest{flex:1;min-height:0;min-width:0;display:flex;flex-direction:column}
figure{flex:none}figure div{background:url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==) 0 0/100% 100%}
figcaption{font-size:${body - 1}pt;font-family:'Noto Sans CJK SC';padding:2pt 0 5pt}
.body{flex:1;min-height:0;column-gap:${GUTTER_OF_COLUMNS}pt;column-fill:auto;overflow:hidden;text-align:justify}.body p{text-indent:2em}.body p.on{text-indent:0}
.leg{position:absolute;display:flex;flex-direction:column;overflow:hidden}
.banner{position:absolute;font:700 26pt/1.3 'Noto Sans CJK SC';text-align:center}
</style><div class="folio"><span>${issue.section}</span><b>${issue.paper}</b><span>2024年3月${String(1 + Math.floor(chance() * 28))}日 星期五 第${issue.page}版</span></div>
${shuffled([...modules.map(moduleHtml), ...modules.flatMap(legHtml), ...banners.map(bannerHtml)], chance).join('\n')}`
}

const placeOf = ({ x, y, width, height }: Area): string =>
  `left:${MARGIN + x}pt;top:${MARGIN + y}pt;width:${width}pt;height:${height}pt`

const bannerHtml = (it: Banner): string => `<div class="banner" style="${placeOf(it)}">${it.text}</div>`

/** Filled by what does not fit the module of the same number. */
const legHtml = ({ leg }: Module, at: number): string[] =>
  leg === undefined
    ? []
    : [
        `<div class="leg" id="leg-${at}" style="${placeOf(leg)}"><div class="body" style="column-count:${leg.columns}"></div></div>`,
      ]

function moduleHtml(it: Module, at: number): string {
  const by = it.author === '' || it.title === 'down' ? '' : `<div class="by">□本报记者 ${it.author}</div>`
  const head = `<div class="head">${it.kicker === '' ? '' : `<div class="kicker">${it.kicker}</div>`}<h1 style="font-size:${it.size}pt">${it.headline}</h1>${it.deck === '' ? '' : `<div class="deck">${it.deck}</div>`}${by}</div>`
  const figure =
    it.picture === 0
      ? ''
      : `<figure><div style="height:${it.picture}pt"></div><figcaption>${it.caption}</figcaption></figure>`
  return `<div class="module ${it.title} ${it.look}" data-at="${at}" style="${placeOf(it)}">${head}<div class="rest">${figure}<div class="body" style="column-count:${it.columns}">${it.paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></div></div>`
}
