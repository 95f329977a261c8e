/** Wording of page furniture: editors, hotline, folio. Line by line, as furniture comes in lines. */
const PATTERNS: readonly RegExp[] = [
  /(?:责任?编辑?|编辑|美编|主编|校对|检校|版式|制版|值班(?:编委|主任|总编)?|视觉|组版|图编)[\s]*[:：/丨|]/u,
  /(?:电话|热线|传真|邮编|邮箱|信箱|网址|地址|定价|零售|印刷|刊号|发行|订阅|广告|客服|投稿|报料|爆料)[\p{Script=Han}]{0,6}[\s]*[:：]/u,
  /https?:\/\/|www\.|@[a-z0-9]+\.|[a-z0-9]+@/iu,
  /^(?:国内统一(?:连续出版物)?刊?号|CN\s*\d|ISSN|第\s*\d+\s*期|总第\s*\d+\s*期|今日\d+版|农历|代号)/u,
  /^[A-Z]?\d{1,3}\s*版?$/u,
  /^第?\s*(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:\s*\p{Script=Han}{2,6})?$/u,
  /^[A-Z]?\d{1,2}\s+\p{Script=Han}{2,4}$/u,
  /^\p{Script=Han}{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|周报|导报)$/u,
  /^(?:要闻|综合|国际|国内|时政|经济|社会|文化|体育|文体|民生|副刊|评论|理论|广告|专版|专题|特刊|本地|区县|教育|科技|财经|生活|健康|公益广告)(?:新闻)?[\s·]*(?:\d{1,2})?$/u,
  /^(?:[^，。\d]{0,10}[\s])?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:$|\s*(?:星期|周[一二三四五六日]|农历|第\d|\d|[A-Z]\d|[\s]))[^，。]{0,30}$/u,
  /^星期[一二三四五六日天]$/u,
]

export const isFurniture = (text: string): boolean =>
  text.length <= 80 && !text.includes('。') && PATTERNS.some((pattern) => pattern.test(text))

/** The name of a paper, which stands alone only beside other furniture. */
export const isMasthead = (text: string): boolean => /^\p{Script=Han}{2,8}报$/u.test(text)
