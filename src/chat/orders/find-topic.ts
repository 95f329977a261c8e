import { normalise } from '../../language/index.ts'
import { problemOf } from './topics.ts'

// What stands around a topic in an order, taken away from both ends of a clause until nothing of it is left.

const oneOf = (rows: readonly string[], isLatin: (it: string) => string): string =>
  rows
    .flatMap((row) => row.split('|'))
    .toSorted((one, other) => other.length - one.length)
    .map((it) => (/^[a-z]/u.test(it) ? isLatin(it) : it))
    .join('|')

const BEFORE = oneOf(
  [
    '以后|今后|添上|加入|剔除|净系要|偏|放|别放|对|只要是|要是有|我们的|往后|从今|现在|再|还|也|都|那|那个|这个|把|将|对|跟|在|给|请|麻烦|帮|替|你|您|我|我们|咱们?|俺|想|要|能不能|可以|可否|需要',
    '只要|但凡|凡是|凡|一旦|如果|假如|要是|如|若|万一|每逢|有关于|一有|有|出了|出|出现|冒出|看到|见到|碰到|遇到|报纸?上?|新闻里?|文章里?|提到|提及|写到|讲到|说到|报道|涉及|关于|有关|跟进',
    '关注|关心|留意|注意一下|关注一下|留心|盯|盯着|盯着点|盯好|盯紧|盯住|追|追踪|跟踪|跟|监控|监测|看着|盯盯|守着|订阅|订',
    '新?设|设[个置定]?|加个|加上|加|添加|新增|增加|一个|一条|点|一下|下|提醒|提醒我|通知|告诉|关键[词字]|监控词|话题|主题|词|第一时间|知道|收到|所有|任何|全部|一直|持续|长期|随时|监视',
    '取消|解除|撤销|删掉|删|删除|去掉|移除|停止|关掉|不再?|不用|不必|别|不要|不想|看|发|推送?|送|收|多|少|来|只|就|光|仅|换成|改成|改为|改|限定|集中|保留|留|日报|早报|晚报|摘要|推送内容|每天那份|里|内容|栏目|版|：|:',
    'please|alert|notify|remind|tell|let|me|know|about|of|on|when|there|is|any|anything|new|news|watch|watch for|for|track|keep|an|eye|set|a|an|follow|add|only|no|remove|drop|more|less|i|want|in|my|digest|the|if|are|business section',
  ],
  (it) => `${it}(?![a-z])`,
)
const BEHIND = oneOf(
  [
    '的|了|时|时候|的话|就|都|也|马上|立刻|及时|尽快|第一时间|请|即|记得|吧|啊|哈|呗|呀|哦|嘛|啦|吗|行吗|好吗|可以吗|谢谢|再|还|先|别|不用|不必|不要|一概|一下|点|着',
    '新闻|消息|报[道导]|文章|动静|动态|动向|进展|后续|变化|变动|新稿|新规出来|稿子|情况|这?事儿?|这?件事|那[个条]|这[个条]|信息|话题|选题|结果|内容|类|方面|一类|那类|相关|有关|新的?|最新|更新|公告|东西',
    '一?有|出来|出现|出台|发布|见报|提到|要是|一旦|如果|有关',
    '给?我|咱|你|您|替|帮|给|发|发来|送|送来|过来|推|推送|传|告诉|告知|通知|提醒|喊|叫|吱|声|一声|弹个?|话我知|知会|关注|留意|盯|盯着|看着|看紧|追踪|跟踪|监控',
    '加进去|加进来|进去|加上|去掉|删掉|拿掉|剔除|不看|不收|就行|就好|就够了?|行|好|太多|太长|停了|关了|删了|没兴趣|不感兴趣|看腻了?|少一点|多一点|限制',
    'please|news|reports?|updates?|comes?|in|out|is|there|when|if',
  ],
  (it) => `(?<![a-z])${it}`,
)
const LEADING = new RegExp(`^(?:${BEFORE}|[\\s，,])+`, 'u')
const CLAUSES = /[，,。;；！!？?～~…]+|\s(?=\p{sc=Han})/u
const QUOTED = /[“"「《]([^”"」》]{2,30})[”"」》]/u
/** Says why, and no topic: 我怕罚款, 不然忘了. */
const REASON = /^(?:我怕|免得|因为|不然|省得|毕竟|反正|我(?:要|在|是|想)?(?:看|写|用|做)|谢|麻烦)/u
const LONGEST = 20

/**
 * What an order is about: what is left of its first clause that says more than the order.
 * @returns undefined if nothing is left that can be searched for
 */
export function findTopic(text: string): string | undefined {
  const spoken = normalise(text).trim()
  const topics = [
    QUOTED.exec(spoken)?.[1] ?? '',
    ...spoken
      .split(CLAUSES)
      .filter((it) => !REASON.test(it))
      .map(strip),
  ]
  return topics.find(
    (it) => it.length > 1 && it.length <= LONGEST && !/[我你]/u.test(it) && problemOf(it) === undefined,
  )
}

/** What several topics are called: 经济、海关和物流. */
export function findTopics(text: string): readonly string[] {
  const topic = findTopic(text.replaceAll(/[、＋+]|以及/gu, ' 和 ').replaceAll(/\s+和\s+/gu, '和'))
  const topics = (topic ?? '').split(/[和跟与及]/u).map(strip)
  return topics.every((it) => it.length > 1 && it.length <= LONGEST_OF_SEVERAL && !SAYS_MORE.test(it))
    ? topics
    : []
}
const LONGEST_OF_SEVERAL = 8
/** Stands in what says more than a topic. */
const SAYS_MORE = /[我你的是给些要想看发不了那这]/u

function strip(clause: string): string {
  let rest = clause.trim()
  for (let length = -1; length !== rest.length; ) {
    length = rest.length
    rest = rest.replace(LEADING, '').replace(TRAILING, '').trim()
  }
  return rest
}
const TRAILING = new RegExp(`(?:${BEHIND}|[\\s，,])+$`, 'u')
