/** Provinces by the names that news calls them; what is counted is as often counted for one of them as for the country. */
const PROVINCES =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾'.split(
    ' ',
  )
/**
 * 全国人大 is a body, 全国各地 no sum, and 居全国第2位 tells the place of a part among all. 中国 stands in too many names to tell.
 */
const COUNTRY = /(?<![居占列])全国(?!人大|人民|政协|总工会|妇联|各|第|前|首|之|领先|平均|的比)|我国/u

/**
 * Whether a text counts for another part of the country than the question asks for: all of it, or another province.
 * Unknown is not another: both must say what they count for.
 * @param text in normal form @param question in normal form
 */
export function isOfOtherScope(text: string, question: string): boolean {
  const asked = scopesOf(question)
  const told = scopesOf(text)
  return asked.length > 0 && told.length > 0 && !told.some((it) => asked.includes(it))
}

/** Whether a text counts for a province, where the question names no place at all. */
export const isOfUnaskedPart = (text: string, question: string): boolean =>
  PROVINCES.some((it) => text.replaceAll('北京时间', '').includes(it)) &&
  !PLACES.some((it) => question.includes(it))

const scopesOf = (text: string): readonly string[] => [
  ...PROVINCES.filter((it) => text.includes(it)),
  ...(COUNTRY.test(text) ? ['全国'] : []),
]

/** Countries by the names that Chinese news calls them, as far as it tells of them often. */
const COUNTRIES =
  '美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 乌克兰 印度 巴基斯坦 伊朗 伊拉克 叙利亚 以色列 巴勒斯坦 黎巴嫩 也门 沙特 土耳其 埃及 南非 尼日利亚 肯尼亚 埃塞俄比亚 苏丹 利比亚 巴西 阿根廷 智利 秘鲁 哥伦比亚 委内瑞拉 墨西哥 古巴 加拿大 澳大利亚 新西兰 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 芬兰 丹麦 波兰 匈牙利 希腊 塞尔维亚 奥地利 捷克 罗马尼亚 越南 泰国 老挝 柬埔寨 缅甸 马来西亚 新加坡 印度尼西亚 菲律宾 蒙古国 哈萨克斯坦 乌兹别克斯坦 阿富汗 尼泊尔 斯里兰卡 孟加拉国 冰岛 爱尔兰 海地 厄瓜多尔 巴拿马'.split(
    ' ',
  )
/** As alternatives of a pattern. */
export const COUNTRY_NAMES = COUNTRIES.join('|')
/** Provinces and countries. */
export const PLACES = [...PROVINCES, ...COUNTRIES]

/**
 * Whether a text speaks of another country or province than the one that a question names, and of that one not at all.
 * @param text in normal form, with its headline @param question in normal form
 */
export function isOfOtherPlace(text: string, question: string): boolean {
  const asked = PLACES.filter((it) => question.includes(it))
  return asked.length > 0 && asked.every((it) => !text.includes(it)) && PLACES.some((it) => text.includes(it))
}
