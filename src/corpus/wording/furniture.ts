import { namesEditors } from './editors.ts'
import { readSourceTrace } from './source-trace.ts'

/** 第 3 页, - 第 3 页 共 8 页 -: sheets that a program printed, not pages of a paper. */
const SHEET_NUMBER = /^[-—–·\s]*第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?[-—–·\s]*$/u

/** Wording of page furniture: editors, hotline, folio. Line by line, as furniture comes in lines. */
const PATTERNS: readonly RegExp[] = [
  /(?:责任?编辑?|编辑|美编|主编|校对|检校|校检|审读|版式(?:设计)?|版面(?:设计)?|制版|排版|值班(?:编委|主任|总编)?|视觉|组版|图编)[\s]*[:：/丨|]/u,
  /(?:电话|热线|传真|邮编|邮箱|信箱|网址|地址|定价|零售|印刷|刊号|发行|订阅|广告|客服|投稿|报料|爆料)[\p{Script=Han}]{0,6}[\s]*[:：]/u,
  /https?:\/\/|www\.|@[a-z0-9]+\.|[a-z0-9]+@/iu,
  /国内统一(?:连续出版物|刊)号|邮发代号/u,
  /^(?:CN\s*\d|ISSN|第\s*\d+\s*期|总第\s*\d+\s*期|今日\d+版|农历|代号)/u,
  /^[A-Z]?\d{1,3}\s*版?$/u,
  /^第?\s*(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:\s*\p{Script=Han}{2,6})?$/u,
  /^[A-Z]?\d{1,2}\s+\p{Script=Han}{2,4}$/u,
  /^\p{Script=Han}{2,8}(?:[日晚早晨时時商周导導][报報]|都市[报報])$/u,
  /^(?:要闻|综合|国际|国内|时政|经济|社会|文化|体育|文体|民生|副刊|评论|理论|广告|专版|专题|特刊|本地|区县|教育|科技|财经|生活|健康|公益广告)(?:新闻)?[\s·]*(?:\d{1,2})?$/u,
  /^星期[一二三四五六日天]$/u,
  // The ear of a paper: its hotline, the weather, the wind.
  /^(?:新闻|报料|爆料|投诉|服务|读者|发行|订报|广告|客服){0,2}(?:热线|电话)[ ：:]?\d[\d\-— ]{4,18}$/u,
  /^(?:[今明后][日天][ ：:]?)?[晴阴多云雨雪雾霾小中大暴阵雷夹转到间有时 ]{1,12}[，,]?[-—]?\d{1,2} ?(?:℃|°C|度)? ?[-—～~至/]{1,2} ?[-—]?\d{1,2} ?(?:℃|°C|度)$/u,
  /^偏?[东南西北]{1,2}风 ?\d{1,2} ?(?:[-—～~至到] ?\d{1,2} ?)?级(?:[ ，,转到]{1,2}偏?[东南西北]{1,2}风 ?\d{1,2} ?(?:[-—～~至到] ?\d{1,2} ?)?级)?$/u,
  SHEET_NUMBER,
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?[A-Z][a-z]+ \d{1,2}, \d{4}(?:$| )/u,
  // The name of a column of news in brief.
  /^(?:国际|国内|环球|世界|本市|本省|时事|体育|财经|文化|综合)?(?:简讯|短讯|快讯|快报|短波|速览|速递|简明新闻|一句话新闻|新闻简报|要闻简报)$/u,
  // 二〇二四年七月三十日 星期二, 7月30日 星期二
  /^(?:\p{Script=Han}{2,8}[报報] )?(?:[〇○零一二三四五六七八九]{4}|(?:中[华華])?民[国國][〇○零一二三四五六七八九十百\d]{1,5})年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日(?:$| ?(?:星期|周|第|[农農][历曆]))/u,
  /^\d{1,2}月\d{1,2}日 ?(?:星期|周)[一二三四五六日天](?:$| )/u,
  // 某某日报 理论周刊 A04
  /^\p{Script=Han}{2,6}[日晚早晨时商导][报報][ ·|丨]+\p{Script=Han}{2,8}[ ·|丨]+(?:[A-Z]\d{1,2}|0\d|第?[A-Z]?\d{1,2}版)$/u,
  // B02 经济新闻, 05版 时政·要闻, 要闻 A02, 要闻 02版
  /^(?:[A-Z]\d{1,2}|0\d|第?[A-Z]?\d{1,2}版)[ ·|丨]*[\p{Script=Han}·]{2,8}$/u,
  /^[\p{Script=Han}·]{2,6}[ ·|丨]+(?:[A-Z]\d{1,2}|0\d|\d{1,2}|第?[A-Z]?\d{1,2}版)$/u,
]

/** The same with a year in figures, which few lines hold. */
const DATED: readonly RegExp[] = [
  /^(?:[^，。\d]{0,10}[\s])?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:$|\s*(?:星期|周[一二三四五六日]|农历|第\d|\d|[A-Z]\d|[\s]))[^，。]{0,30}$/u,
  // 2024/7/30, 2024.07.30 星期二 要闻 A02
  /^[^，；！？]{0,20}(?<![\d.])(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}(?![\d.])[^，；！？]{0,30}$/u,
  // A02要闻2024年7月30日 星期二 某报
  /^[^，；！？]{0,30}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 ?(?:星期|周)[一二三四五六日天][^，；！？]*$/u,
  // 第3版 1998年1月5日
  /^第?[A-Z]?\d{1,2} ?版[ ·|丨]*(?:\p{Script=Han}{2,6}[ ·|丨]*)?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/u,
  /^(?:星期|周)[一二三四五六日天] ?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/u,
]
const YEAR = /\d{4}/

/**
 * Whether a line is page furniture: a folio, editors, a hotline. Lines over 80 characters or with a full stop
 * never are.
 */
export const isFurniture = (text: string): boolean =>
  text.length <= 80 &&
  !text.includes('。') &&
  (PATTERNS.some((pattern) => pattern.test(text)) ||
    (YEAR.test(text) && DATED.some((pattern) => pattern.test(text))) ||
    readSourceTrace(text) !== undefined ||
    namesEditors(text))

/** Whether a line numbers a sheet of a print-out. */
export const isSheetNumber = (text: string): boolean => SHEET_NUMBER.test(text)

const MASTHEAD = /^\p{Script=Han}{2,8}[报報]$/u

/** The name of a paper, which stands alone only beside other furniture. */
export const isMasthead = (text: string): boolean => MASTHEAD.test(text)

const SECTION_WORD =
  /^(?:天下|世界|中国|都市|城市|区域|区县|县域|视点|视野|焦点|关注|深度|调查|法治|政法|军事|读书|艺术|文旅|旅游|汽车|房产|楼市|金融|证券|产业|公司|消费|科教|文教|文娱|娱乐|体坛|人物|访谈|智库|热线|台海|港澳台?|时局|时事)(?:新闻|周刊|观察)?$/u

/**
 * What belongs to a folio only where it stands beside the rest of one: a section, the paper's name in Latin letters.
 */
export const isFolioPart = (text: string): boolean =>
  isMasthead(text) || SECTION_WORD.test(text) || /^[A-Z][A-Z ·&.]{3,40}$/u.test(text)

const NOTICE_START =
  /^(?:遗失|挂失|寻人|寻物|招领|作废|注销|减资|清算|拍卖|招租|招聘|更正)(?:声明|公告|启事|通知)(?:[ ：:]|$)/u
const NOTICE_END = /(?:声明作废|特此(?:声明|公告|公示|通告))[。！]?$/u

/** Whether a few lines are a paid notice: a lost seal, a firm that is wound up. */
export const isNotice = (text: string): boolean =>
  text.length <= LONGEST_NOTICE && (NOTICE_START.test(text) || NOTICE_END.test(text))

const LONGEST_NOTICE = 240
