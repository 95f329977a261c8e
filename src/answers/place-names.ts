import type { AnswerForm } from './answer-form.ts'
import { PLACES } from './scope.ts'

/** Cities that news names without 市 (GB/T 2260, seats of provinces and cities of more than five million), and abroad. */
const CITIES =
  '石家庄 太原 呼和浩特 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 南宁 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 台北 高雄 ' +
  '深圳 苏州 青岛 大连 宁波 厦门 无锡 佛山 东莞 唐山 温州 泉州 烟台 徐州 南通 常州 潍坊 济宁 临沂 洛阳 南阳 邯郸 保定 沧州 周口 阜阳 商丘 菏泽 衡阳 邵阳 盐城 金华 嘉兴 绍兴 台州 ' +
  '珠海 三亚 桂林 敦煌 张家口 文昌 酒泉 西昌 义乌 景德镇 喀什 伊犁 丽江 大理 遵义 秦皇岛 北海 横琴 雄安 浦东 ' +
  '纽约 华盛顿 洛杉矶 芝加哥 旧金山 休斯敦 巴黎 伦敦 柏林 罗马 马德里 里斯本 布鲁塞尔 阿姆斯特丹 维也纳 日内瓦 伯尔尼 雅典 莫斯科 圣彼得堡 基辅 明斯克 华沙 布拉格 布达佩斯 贝尔格莱德 伊斯坦布尔 安卡拉 ' +
  '东京 大阪 京都 首尔 平壤 河内 曼谷 万象 金边 仰光 吉隆坡 雅加达 巴厘岛 马尼拉 新德里 孟买 伊斯兰堡 喀布尔 德黑兰 巴格达 大马士革 贝鲁特 耶路撒冷 特拉维夫 安曼 利雅得 多哈 迪拜 阿布扎比 萨那 ' +
  '开罗 亚的斯亚贝巴 内罗毕 约翰内斯堡 开普敦 达喀尔 阿布贾 喀土穆 的黎波里 堪培拉 悉尼 墨尔本 惠灵顿 渥太华 多伦多 温哥华 墨西哥城 哈瓦那 里约热内卢 巴西利亚 圣保罗 布宜诺斯艾利斯 利马 圣地亚哥 波哥大 加拉加斯 ' +
  '撒马尔罕 阿斯塔纳 塔什干 比什凯克 杜尚别 阿拉木图 喀山 加沙 拉法 汗尤尼斯 克里米亚 顿涅茨克 哈尔科夫 赫尔松 加州 得州'

/** 北京时间 tells when, 美国总统 who. */
const NO_PLACE =
  '(?!时间|大学|日报|晚报|媒体|政府|方面|当局|总统|总理|首相|国家主席|国务卿|[外防财]长|外交|国防|国会|议会|军|警|官|代表|队|人|籍|企业|公司|海关|和|、|与|对)'
/** Longer names first: 巴西利亚 is not 巴西. */
const NAMES = new RegExp(
  `(?:${[...PLACES, ...CITIES.split(' ')].toSorted((a, b) => b.length - a.length).join('|')})${NO_PLACE}`,
  'gu',
)
/** A name by itself answers less surely than one behind 在 or 位于. */
const FIT = 0.65

/** Provinces, countries and well-known cities that a sentence names. @param sentence in normal form */
export const namedPlacesIn = (sentence: string): readonly AnswerForm[] =>
  Array.from(sentence.matchAll(NAMES), ({ 0: name, index }) => ({
    range: [index, index + name.length],
    fit: FIT,
  }))
