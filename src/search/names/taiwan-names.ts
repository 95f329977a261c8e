import { normalise } from '../../language/index.ts'
import { TAIWAN_ONLY } from './taiwan-phrases.ts'

/** Words that the mainland uses too, for something else or seldom: what they are in Taiwan counts if they were typed in Traditional characters. */
const OF_BOTH = `档案 文件
网路 网络
滑鼠 鼠标
硬碟 硬盘
软体 软件
硬体 硬件
资讯 信息
数位 数字
影片 视频
萤幕 屏幕
列印 打印
印表机 打印机
记忆体 内存
伺服器 服务器
雷射 激光
计程车 出租车
捷运 地铁
品质 质量
奈米 纳米
连结 链接
宽频 宽带
晶片 芯片
太空人 航天员
太空梭 航天飞机
飞弹 导弹
脚踏车 自行车
机车 摩托车
单车 自行车
公车 公交车
行动电话 手机
人工智慧 人工智能
网际网路 互联网
部落格 博客
简讯 短信
专案 项目
讯息 消息
优酪乳 酸奶
马铃薯 土豆
凤梨 菠萝
幼稚园 幼儿园
国中 初中`

let known:
  | {
      readonly only: ReadonlyMap<string, readonly string[]>
      readonly both: ReadonlyMap<string, readonly string[]>
    }
  | undefined

const readLines = (lines: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    lines.split(/[\n,]/u).map((line): readonly [string, readonly string[]] => {
      const [word = '', ...others] = line.split(' ')
      return [word, others.filter((it) => it !== word)]
    }),
  )

/**
 * What the mainland calls a thing of which the name of Taiwan was typed (滑鼠: 鼠标), in normal form; none for most words.
 * @param typed as it was typed
 */
export function mainlandNamesOf(typed: string): readonly string[] {
  known ??= { only: readLines(TAIWAN_ONLY), both: readLines(OF_BOTH) }
  const normal = normalise(typed)
  return known.only.get(normal) ?? (normal === typed ? [] : (known.both.get(normal) ?? []))
}
