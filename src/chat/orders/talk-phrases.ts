/** What people say to a bot that is no search. `news` is read with its day; see `readTalk`. */
export type TalkTopic =
  | 'greeting'
  | 'thanks'
  | 'farewell'
  | 'help'
  | 'headlines'
  | 'subscribe'
  | 'unsubscribe'
  | 'howToUnsubscribe'
  | 'alerts'
  | 'saved'
  | 'language'
  | 'privacy'
  | 'export'
  | 'channel'
  | 'textSize'
  | 'tooLong'
  | 'turnPage'
  | 'openArticle'
  | 'articleButtons'
  | 'another'
  | 'pickIssue'

/**
 * Whole messages, parted by `|` or line ends, in any script, width and punctuation. Words that a paper may be searched for by themselves (收藏, 语言,
 * 提醒) are none of these.
 */
export const TALK_PHRASES: Readonly<Record<TalkTopic, string>> = {
  greeting: `
    你好 | 您好 | 你们好 | 大家好 | 哈喽 | 哈啰 | 嗨 | 嘿 | 喂 | 在吗 | 在不在 | 有人吗 | 你好吗 | 早
    早安 | 早上好 | 上午好 | 中午好 | 下午好 | 晚上好 | 新年好 | 过年好 | 初次见面 | 你是谁 | 你叫什么
    你叫什么名字 | 你是机器人 | 你是什么 | 自我介绍 | 介绍一下自己 | 你们是谁 | 你们是什么报纸 | 你是什么报纸 | 谁做的你 | 谁开发的你 | hi | hello | hey | hi there
    hello there | good morning | good afternoon | good evening | how are you | who are you
    what's your name | are you a bot | nice to meet you | greetings`,
  thanks: `
    谢谢 | 谢谢你 | 谢谢您 | 多谢 | 感谢 | 非常感谢 | 十分感谢 | 谢了 | 谢啦 | 谢谢分享 | 辛苦了
    麻烦你了 | 好的 | 好的谢谢 | 知道了 | 明白了 | 收到 | 太好了 | 真棒 | 不错 | 很好 | 唔该 | 唔该晒 | 多谢晒
    thanks | thank you | thank you very much | thanks a lot | many thanks | thx | ty | cheers | ok
    okay | got it | great | good | nice | cool | well done | good bot`,
  farewell: `
    再见 | 拜拜 | 回头见 | 明天见 | 下次见 | 晚安 | 我走了 | 先这样 | bye | bye bye | goodbye
    good night | see you | see you later`,
  help: `
    帮助 | 求助 | 救命 | 使用帮助 | 使用说明 | 使用方法 | 菜单 | 命令 | 怎么加到群里 | 怎么拉进群 | 能进群吗 | 怎么用 | 怎么使用 | 如何使用
    怎样使用 | 这个怎么用 | 怎么搜索 | 怎么搜 | 如何搜索 | 怎么查 | 怎么玩 | 你会什么 | 你能做什么
    你能干什么 | 你会做什么 | 你可以做什么 | 有什么功能 | 有哪些功能 | 有哪些命令 | 点用 | help
    help me | menu | commands | usage | manual | instructions | what can you do | how does this work
    how do i use this | how to use | how do i search | how to search | what is this | what do you do`,
  headlines: `
    最新一期 | 最新的报纸 | 最新报纸 | 今天报纸 | 今天的报 | 头版 | 看头版 | 今天头版 | 今天的头版 | 看看报纸 | 看报 | 看报纸 | 读报 | 我要看报 | 今天的报纸 | 今日报纸 | 头条
    今日头条新闻 | 看头条 | latest issue | newest issue | headlines | today's paper | the paper`,
  subscribe: `
    怎么订阅 | 如何订阅 | 怎样订阅 | 我要订阅 | 我想订阅 | 订阅日报 | 订阅精选 | 每天发给我 | 每天推送
    我的订阅 | 查看订阅 | 订阅设置 | 什么时候发 | 几点发 | 每天几点发 | my subscription
    怎么改时间 | how do i subscribe | how to subscribe | subscribe me | i want to subscribe | subscribe`,
  unsubscribe: `
    退订 | 取消订阅 | 我要退订 | 我想退订 | 不订了 | 不要再发了 | 别再发了 | 别发了 | 不要发了
    停止推送 | 停止订阅 | 唔好再发 | 唔好再send | 唔使再发 | 唔想收 | 唔想再收 | 取消推送 | 不想收了 | 不想再收了 | 不收了 | 不想要了 | 别推了 | 别推送了 | 不用发了 | unsubscribe | unsubscribe me | stop | stop sending | stop it
    cancel my subscription`,
  howToUnsubscribe: `
    怎么退订 | 如何退订 | 怎样退订 | 怎么取消订阅 | 如何取消订阅 | 怎样取消订阅 | 在哪里退订 | 在哪退订
    可以退订 | 怎么停止推送 | 怎么关闭推送 | 怎么不再接收 | 点样取消订阅 | how do i unsubscribe
    how to unsubscribe | how can i unsubscribe | how do i cancel | how do i stop this`,
  alerts: `
    怎么设提醒 | 怎么设置提醒 | 如何设置提醒 | 怎样设置提醒 | 我的提醒 | 查看提醒 | 有新消息提醒我
    有新闻提醒我 | how do i set an alert | how to set an alert | my alerts | alerts`,
  saved: `
    我的收藏 | 我收藏的 | 收藏夹 | 我收藏的文章 | 查看收藏 | 看收藏 | 怎么看收藏 | 收藏在哪里 | 收藏在哪 | my bookmarks
    bookmarks | saved articles | my saved articles`,
  language: `
    换语言 | 切换语言 | 更改语言 | 改语言 | 怎么换语言 | 怎么切换语言 | 说中文 | 说英文 | 用英文
    用繁体 | 用简体 | 换成繁体 | 换成简体 | 换成英文 | 换繁体 | 换简体 | 改成繁体 | 改成简体 | 用英语 | 繁体字 | 简体字
    switch to english | switch to chinese | english please | change language | change the language | switch language | speak english
    in english | speak chinese`,
  privacy: `
    怎么删除我的数据 | 删除我的数据 | 怎么删除我的信息 | 删除我的信息 | 删除我的记录 | 清除我的数据 | 你会保存我的信息吗 | 你们会保存我的信息吗
    你会记录我吗 | 你记下了什么 | 你们记了我什么 | 我的数据 | 我的隐私 | 隐私政策 | 隐私说明 | 点样删除我嘅资料 | privacy | privacy policy | my data
    delete my data | how do i delete my data | delete everything | delete my account | forget me
    what do you know about me | do you store my data`,
  export: `
    导出我的数据 | 导出数据 | 导出收藏 | 导出我的收藏 | 下载我的数据 | 怎么导出 | export | export my data
    download my data | export my bookmarks`,
  channel: `
    频道怎么用 | 怎么发到频道 | 怎么加到频道 | 怎么用在频道 | 能发到频道吗 | 我的频道 | my channels
    how do i add you to a channel | how do i post to my channel`,
  textSize: `
    字太小 | 字太小了 | 字太细 | 字好细 | 字太大 | 字太大了 | 字有点小 | 字小 | 看不清 | 看不清楚 | 字看不清 | 看唔清 | 睇唔清
    字能不能大一点 | 字能大一点 | 字体能不能大一点 | 字体太小 | 字体太小了 | 字体大一点 | 字大一点 | 放大字体 | 调大字体
    怎么调字体 | 怎么放大 | 怎么把字变大 | the text is too small | text is too small | text too small
    font too small | the font is too small | bigger text | larger text | bigger font`,
  tooLong: `
    太长 | 太长了 | 太长不看 | 好长 | 太多了 | 短一点 | 简短一点 | 能不能短一点 | 文章太长了 | 太长咗 | too long | tldr | too much
    make it shorter | shorter please | shorter`,
  turnPage: `
    翻页 | 怎么翻页`,
  openArticle: `
    怎么打开 | 怎么看全文 | 看全文 | 打开文章 | 点样睇全文 | how do i open an article | open the article`,
  articleButtons: `
    收藏这篇 | 帮我收藏 | 帮我收藏这篇 | 收藏一下 | 怎么收藏 | 这篇讲了什么 | 这篇说了什么 | 总结一下 | 概括一下 | 帮我总结 | 有图吗 | 看图 | 看原文 | 看原版
    看原版面 | 怎么分享 | 分享给朋友 | 转发给朋友 | 怎么转发 | 呢篇讲乜 | save this | save this article | how do i save
    summarise | summarize | summarise this | summarize this | share this | how do i share`,
  another: `
    再来一篇 | 来一篇 | 换一篇 | 随便来一篇 | 随便来一条 | 随机一篇 | 随便看看 | 随便看一篇 | 再来一条 | 再来一个 | 来点别的 | 换个别的
    讲个新闻 | 无聊 | 好无聊 | 好闷 | another | another one | one more | another article | random | random article
    surprise me | i'm bored | anything else`,
  pickIssue: `
    选一期 | 选日期 | 换一期 | 看别的日期 | 换个日期 | 换一天 | 看旧报 | 哪里可以看旧报纸 | 怎么看旧报纸 | 在哪看旧报 | 边度可以睇到旧报纸 | 有哪些日期 | 有哪几期 | pick an issue | pick a date | other days`,
}

/** Said before and behind a request without changing it. */
export const POLITE_OPENING =
  /^(?:请问一下|点样睇返?|点睇返?|怎么看|请问|想问一下|想问|问一下|我想知道|我?想睇下?|我想看看?|给我看看?|看一?下|看看?|睇下|麻烦你?|请你?|帮我|please)/u
/** Said before and behind a request without changing it. */
export const PARTICLES = /(?:一下|来着|please|[啊呀哦哈呢吧啦嘛吗喔哟咯])+$/u

/** 有什么, 有没有, 有冇, 有乜嘢 */
const IS_THERE = '有(?:什么|啥|哪些|咩嘢?|乜嘢?|没有(?:什么|啥)?|冇(?:咩嘢?|乜嘢?)?)'
const SORT_OF_NEWS =
  '(?:新的|最新|重要|重大|大|好看的)?(?:新闻|大事|要闻|消息|报道|事情|新鲜事|动静|报纸?)(?:发生)?'

/** Asks for a search in a sentence: 查一下 养老金, 给我来点体育新闻. */
export const SEARCH_FOR =
  /^(?:请|麻烦你?|唔该|帮我|给我|替我|帮忙|俺想?|我|想)*(?:[睇瞅]一?下|睇睇|瞅瞅|查一?下|查查看?|搜一?下|搜搜看?|搜索一?下?|搜寻一?下?|[揾搵]一?下|找一?下|找找看?|[来整弄搞][点些])[\s:：,，]*(.{2,60}?)(?:的?(?:新闻|消息|报[道导]|文章))?(?:看看|瞅瞅|睇睇|瞧瞧|听听)?[吧呗吗。！？!?]*$/u
/** The same in English: find 地铁, help me find news about pandas; “show me” is followed by what is shown. */
export const ENGLISH_SEARCH_FOR =
  /^(?:(?:please|can you|could you|help me|i want to|i(?:’|')d like to) )*(?:(?:search for|look for|find)(?: me)?(?: (?:some|any|the))?(?: (?:news|articles|reports|stories) (?:about|on|of))?|show me (?:(?:some|any|the) )?(?:news|articles|reports|stories) (?:about|on|of))[\s:：]+(.{2,60}?)[.!?！？]*$/u

/** What asks for the news of a day, behind the day or alone. */
export const NEWS = new RegExp(
  `^(.{0,12}?)(?:(?:都|又)?(?:${IS_THERE}|有)出?${SORT_OF_NEWS}|发生[了咗]?(?:什么|啥|哪些|咩|乜嘢?)(?:事情?|大事|新闻)?|[的嘅啲]?(?:重要|主要|最新)?(?:新闻|要闻|头条|精选|大事|报纸?|头版)上?都?(?:有哪些|有什么|有啥|是什么|长(?:什么|啥)样|[说讲写登]了?些?(?:什么|啥))?|(?:都|又)?有(?:什么|啥|咩|乜嘢?))$`,
  'u',
)
/** Asks for a page, of a day that may stand in front: 第三版, 昨天的A2版有什么; page 3. */
export const PAGE_OF_PAPER = new RegExp(
  `^(.{0,12}?)[的嘅]?((?:第?[a-z]?\\d{1,3}|第?[一二三四五六七八九十]{1,3})版)面?[的上]?(?:(?:都|又)?${IS_THERE}(?:${SORT_OF_NEWS}|内容|文章)?|(?:新闻|要闻|标题|内容|文章|报道)|[说讲写登]了?(?:什么|啥))?$`,
  'u',
)
/** Asks for a page in English, without blanks. */
export const ENGLISH_PAGE = /^(?:showme|open|read|whatson)?(?:the)?page(?:no|number)?([a-z]?\d{1,3})$/u
/** Asks for the news of something, of what stands in front: 成都最近有什么新闻. Only a question does: 体育新闻 is searched for. */
export const NEWS_OF = new RegExp(`^(.{2,16}?)${IS_THERE}${SORT_OF_NEWS}$`, 'u')
/** Asks how something went. */
export const STORY =
  /^(?:(?:说说|讲讲|介绍|梳理)(?:一下)?)?(.{2,20}?)(?:事件)?的?(?:来龙去脉|时间线|时间轴|前因后果)(?:是什么|是怎样的)?$/u
/** Asks how many articles tell of something; with a year or month before it. */
export const HOW_MANY =
  /^(今年|去年|前年|\d{4}年|上个?月|这个月)?(?:一共|总共)?有(?:几|多少)篇(?:报[道导]|文章|新闻)?(?:是)?(?:[讲说写]|提到?|关于|报[道导])(?:了|过|到)?(.{2,20}?)的?(?:报[道导]|文章|新闻)?$/u
/** Asks what is spoken of more. */
export const WHICH_IS_MORE =
  /^(.{2,10}?)(?:和|跟|与|同)(.{2,10}?)(?:的)?(?:哪个|边个|谁)(?:的)?(?:报[道导]|新闻|文章)(?:更|比较)?多$/u
/** Asks for the news of a day, which stands behind. */
export const ENGLISH_NEWS_OF_DAY =
  /^(?:please )?(?:what happened|what was in the (?:paper|news)|(?:show me |give me )?(?:the )?(?:news|paper|headlines)|show me|open)(?: of| on| from| for)? (.{3,20}?)(?: please)?[.!? ]*$/iu
/** Words for now, or for then, before or behind what the news are of. */
export const NOW_AROUND =
  /^(?:今天|今日|最近|近来|现在|目前|这几天|这两天)|(?:今天|今日|最近|近来|现在|目前|这几天|这两天|那天|那日|当天)$/gu
/** The same in English, without blanks and apostrophes. */
export const ENGLISH_NEWS =
  /^(?:(?:what(?:s|is)(?:in)?the|any|the|showmethe|todays|latest|thelatest|recent)?(?:news|digest)|what(?:s|is)in(?:the|todays)?paper|what(?:s|is)(?:new|goingon)|anythingnew|whathappened)(?:today)?$/
/** Days that mean the newest issue. */
export const NOW = /^(?:|今天|今日|今早|今晚|现在|目前|最近|近来|最新|这几天|这两天|每日|当日|本期)$/u
