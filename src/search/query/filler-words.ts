/**
 * What a filler is in a question. The kind says where it is one: in the name of an article, or in the middle of a query,
 * most of these words mean what they say.
 *
 * - `question`: asks; no article need hold it, wherever it stands
 * - `about`: leads to the topic (关于…的报道); a filler anywhere
 * - `polite`: speaks to the bot; a filler anywhere
 * - `recent`: asks for the newest; a filler before and behind the topic
 * - `want`, `verb`: what the reader wants to do; a filler before the topic, in company
 * - `news`: what the reader wants to read; a filler behind the topic, and before it in company
 * - `head`: the noun or verb that a question word goes with (什么时候, 发生了什么); a filler beside one
 * - `particle`: holds words together; dropped beside other fillers
 * - `adverb`: says whether something still, again or ever comes about, or can; a filler wherever it stands in a question
 */
export type FillerKind =
  | 'question'
  | 'about'
  | 'polite'
  | 'recent'
  | 'want'
  | 'verb'
  | 'news'
  | 'head'
  | 'particle'
  | 'adverb'

/** By part of speech, in Simplified characters; collected from grammars of Chinese and by hand. */
const WORDS: Readonly<Record<FillerKind, string>> = {
  question:
    '什么 啥 甚么 怎么 怎么样 怎样 咋 咋样 怎 如何 何如 为什么 为何 为啥 何故 干嘛 干吗 谁 哪 哪里 哪儿 哪个 哪些 哪位 哪家 哪种 哪天 哪年 哪一个 ' +
    '哪几 哪几个 何时 何地 何处 何人 何种 多少 几 几个 几次 几时 几号 几点 多大 多久 多长 多高 多远 多重 多快 多深 多宽 多厚 多长时间 吗 么 呢 吧 嘛 呀 啊 哦 呗 ' +
    '是否 有没有 有无 是不是 能不能 会不会 可不可以 要不要 能否 可否 会否 到底 究竟 怎么回事 怎么办 怎么了 什么样 什么时候 什么地方 什么人 什么事 什么东西 什么原因 哪些地方 哪些人 哪些国家 哪些事 多少钱 多少人 为什么会 啥时候 ' +
    // As it is said in the north and the west, and of sounds and prices.
    '多会儿 多咱 啥会儿 啥时 啥样 啥样子 啥样儿 啥地方 啥事 啥人 啥价 啥价钱 什么价 什么价格 啥子 么子 啥意思 咋回事 咋办 咋整 咋弄 咋着 咋会 为毛 凭什么 凭啥 因为什么 因为啥 ' +
    '哪旮旯 哪块儿 几比几 百分之几 百分之多少 第几 排第几 好多钱 真的假的 是真是假 行不行 怎么会 怎么搞的 甚么时候 甚么地方 什么会儿 ' +
    // Cantonese, in Simplified characters.
    '边个 边位 边度 边处 边间 边啲 边日 边队 边国 边条 边样 几多 几耐 点解 做乜 点样 咩 乜 乜嘢 咩嘢 做咩 咩事 有冇 系咪 吖',
  about: '关于 有关于 有关',
  polite:
    '请问 请 麻烦 劳驾 拜托 您好 你好 谢谢 多谢 看看 说说 讲讲 聊聊 谈谈 查查 搜搜 找找 问问 瞧瞧 了解了解 介绍介绍 请教 求问 求助 想请问 不好意思 打扰 小编 报童 机器人',
  recent:
    '最新 最近 近期 近来 近日 最近的 目前 现在 当前 如今 眼下 现如今 新近 这几天 这两天 近几天 刚刚 刚才 最新消息 最新进展 最新动态 最新情况 最新报道 ' +
    '最新资讯 最新新闻 最新战况 近况 后续 现状 后来 接下来',
  want: '我 我们 咱 咱们 您 你 想 想要 我想 我要 要 帮 帮忙 帮我 给 给我 替 能 可以 可 应该 希望 需要 打算 一下 下 一些 我查 我找 我搜 我看 我问 我来 让我 帮我查 帮我找 帮我看 帮我搜 给我找 给我看 我想看 我想查 我想问 点 来 来点 有 没有 还有',
  verb:
    '我查 我找 我搜 我看 我问 帮我查 帮我找 帮我看 帮我搜 给我找 给我看 我想看 我想查 我想问 看 看一下 看下 查 查询 查找 查一下 找 找到 找一下 搜 搜索 搜一下 检索 了解 知道 想知道 想了解 得知 告诉 告诉我 说 讲 谈 聊 ' +
    '介绍 说明 解释 问 问一下 推荐 关心 关注 听说 听 读 阅读 打听 普及 科普 汇总 总结 盘点 列出 列举 整理 提供 显示 展示',
  news:
    '新闻 消息 报道 报导 资讯 动态 进展 情况 信息 文章 内容 资料 详情 细节 相关 有关 方面 话题 头条 快讯 简讯 通讯稿 事 事情 事儿 事件 报纸 稿件 稿子 消息儿 ' +
    '相关新闻 相关报道 相关消息 有关情况 相关信息 新动态 新进展 新消息 简介 介绍 解读 说法 看法 评论 专题',
  head:
    '时候 时间 时 地方 地点 人 回事 意思 样 样子 原因 结果 数量 名单 办法 方法 发生 进行 出 出现 成 做 办 个 些 种 岁 年 月 日 号 天 次 名 件 项 条 家 位 倍 元 块 公里 米 样的 ' +
    '状况 状态 局面 程度 变化 说 叫 指 包括 举办 举行',
  particle:
    '的 地 得 了 着 过 是 在 有 和 与 及 对 对于 把 被 都 也 还 就 会 这 那 这个 那个 这些 那些 之 于 里 中 上 到 去 又 才 已 已经 得怎 吗 里面 嘅 咗 喺 系 紧 啲',
  adverb: '又 还 再 都 也 已 已经 就 才 会 将 将会 还会 又会 还要 又要 还能 还在 已经在 能 那么 这么',
}

const KIND_NAMES = [
  'question',
  'about',
  'polite',
  'recent',
  'want',
  'verb',
  'news',
  'head',
  'particle',
  'adverb',
] as const satisfies readonly FillerKind[]

const KINDS = readKinds()

function readKinds(): Map<string, Set<FillerKind>> {
  const kinds = new Map<string, Set<FillerKind>>()
  for (const kind of KIND_NAMES)
    for (const word of WORDS[kind].split(' ')) kinds.set(word, (kinds.get(word) ?? new Set()).add(kind))
  return kinds
}

/** What is counted, or told apart, by a question word before it: 几级, 哪一天, 多少人. */
const CLASSIFIERS = (
  '个 名 位 家 条 项 种 次 件 座 套 枚 天 岁 级 届 场 亩 吨 米 户 年 月 日 号 点 人 元 国 部 篇 辆 艘 架 台 颗 所 处 款 例 起 倍 成 层 小时 分钟 公里 省 市 县 类 周 期 本 支 队 ' +
  '块 块钱 张 份 头 只 匹 轮 道 门 对 双 批 步 段 首 幅 尊 片 栋 幢 间 站 遍 回 趟 笔 则 株 棵 粒 根 杯 瓶 箱 袋 斤 公斤 克 公顷 平方米 平方公里 摄氏度 秒 星期 世纪 组 席 票 局 盘 桩 宗 架次 人次 ' +
  '列 度 升 毫升 千米 厘米 毫米 兆瓦 千瓦 剂 剂次 集 期 班 环 口 朵 束 顿 碗 区 国家 州 村 镇 乡 岛 城 城市'
).split(' ')
for (const asks of ['几', '多少', '哪', '哪一', '哪几', '第几'])
  for (const counted of CLASSIFIERS) {
    const word = asks + counted
    // 几度停工: several times.
    if (word === '几度') continue
    KINDS.set(word, (KINDS.get(word) ?? new Set<FillerKind>()).add('question'))
  }

const NONE: ReadonlySet<FillerKind> = new Set()

/** What a word, in normal form, may be in a question; nothing for words of the topic. */
export const fillerKindsOf = (word: string): ReadonlySet<FillerKind> => KINDS.get(word) ?? NONE

/** Verbs of one character that readers ask with: who died, grew, rose, won, was built or sold. */
const SHORT_VERBS: ReadonlySet<string> = new Set(
  '死伤拿夺获得长办涨跌输赢打建修造买卖花用开关停撞烧淹塌倒沉坠炸射飞走跑去来到回住吃喝看听写读学教考种养收产采挖钻运送寄发降升增减缺剩存借还赔赚亏罚抓判放救治查管选投签批离进出过变游拍演唱播',
)

/** Whether a character, in normal form, is a verb by itself, so that beside a question word it is no part of a name. */
export const isShortVerb = (character: string): boolean => SHORT_VERBS.has(character)

/** What a word of the dictionary may end with whose beginning is the topic: 体育新闻, 汽车资讯. Not 小道消息, 突发事件. */
const NEWS_WORDS = ['新闻', '资讯', '报道', '报导', '动态', '快讯']

/** The word for news that a longer word, in normal form, ends with; empty if there is none. */
export const newsWordAtEndOf = (word: string): string =>
  NEWS_WORDS.find((it) => word.length > it.length && word.endsWith(it)) ?? ''
