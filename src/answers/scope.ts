/** Provinces by the names that news calls them; what is counted is as often counted for one of them as for the country. */
const PROVINCES =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾'.split(
    ' ',
  )
/** 全国人大 is a body, 全国各地 no sum. 中国 stands in too many names to tell. */
const COUNTRY = /全国(?!人大|人民|政协|总工会|妇联|各)|我国/u

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

const scopesOf = (text: string): readonly string[] => [
  ...PROVINCES.filter((it) => text.includes(it)),
  ...(COUNTRY.test(text) ? ['全国'] : []),
]
