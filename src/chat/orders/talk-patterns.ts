/** What is said to the bot about its answers, or beside them, in too many ways for a list of phrases. */
export type RemarkTopic = 'acknowledged' | 'wrong' | 'unclear' | 'smallTalk' | 'cannot' | 'articleButtons'

/** What the bot gave, as people name it: 你这个, 这篇报道, 答案. */
const WHAT_CAME =
  '(?:这|那|你|它|答案|回答|结果|内容|个|[条篇]|报[道导]|文章|信息|新闻|说的?|给的?|找的?|搜的?|答的?|都|全|完全|根本|好像|怎么|也|太)'
const NOT_RIGHT =
  '(?:不对|不是|错误?|有错|有误|不准确?|[弄搞写说找搜答]错|不相关|没关系|无关|没用|没有用|不好用|不行|答非所问|没(?:有)?找到|找不到|没找着|瞎说|胡说(?:八道)?|唔啱|唔系)'
const WHAT_WAS_WANTED = '(?:这|那)?(?:个|[条篇])?(?:我(?:想)?(?:要|找|问|看|说)的?)?(?:这|那)?(?:个|[条篇])?'

/** Whole messages in normal form without marks and blanks; the first that fits counts. */
const PATTERNS: readonly (readonly [RemarkTopic, RegExp])[] = [
  [
    'wrong',
    new RegExp(
      `^${WHAT_CAME}{0,5}${NOT_RIGHT}(?:了|的)?${WHAT_WAS_WANTED}(?:东西|新闻|文章|内容)?[了啊呀吧吗嘛]?$`,
      'u',
    ),
  ],
  ['wrong', /^(?:thats|thisis|youare|youre|it?s)?(?:wrong|notright|incorrect|notwhatiwant(?:ed)?|useless)$/u],
  [
    'unclear',
    /^我?(?:完全|根本|还是)?[看听读弄搞]?[不没冇唔](?:太|大|怎么)?[看听读弄搞睇]?(?:懂|明白?|清楚|理解)(?:了|你?[说讲]?的?(?:什么|啥)?|这个)?[啊呀吗嘛]?$/u,
  ],
  [
    'unclear',
    /^(?:这|你|那)?(?:句话|个|条|篇)?(?:是|说的?|系)?(?:什么|啥|几个|咩|乜)意思[啊呀呢]?$|^说人话[啊呀吧]?$/u,
  ],
  ['unclear', /^(?:what(?:doyoumean|doesthatmean)?|huh|idontunderstand|idontgetit)$/u],
  [
    'acknowledged',
    /^(?:[嗯恩哦噢喔啊额呃唉诶哎]{1,4}|[哈呵嘿嘻]{2,12}|行吧?|好[吧呀啊滴嘞]|[是对]的|对|是|可以的?|没事[了的]?|没什么|没问题|没了|算了|不用了|系|得|yes|yeah|yep|no|nope|lol|haha(?:ha)*|hm+|fine|sure|nevermind)$/u,
  ],
  [
    'smallTalk',
    /^(?:给我|帮我|再)?(?:[讲说来](?:一?[个点段]|点)?(?:笑话|故事|段子|绕口令)|唱一?首?歌|陪我(?:聊.{0,3}|说说话|玩)|(?:我们)?聊会?儿?天|聊聊)[吧呗吗]?$/u,
  ],
  [
    'smallTalk',
    /^(?:现在)?(?:是)?几点(?:钟|了)?$|^今天(?:是)?(?:几号|几月几[号日]|星期几|周几|礼拜几)[了啊]?$|^我(?:好|真|很)?(?:爱|喜欢|讨厌|恨)(?:死)?你[了啊]?$/u,
  ],
  [
    'smallTalk',
    /^你(?:今年|现在|到底|究竟|是不是)?(?:几岁|多大|(?:不)?是(?:不是)?(?:真人|人|活人|机器|ai|人工智能|男|女|[a-z]{2,12}\d*)|有(?:没有)?(?:女|男)朋友|结婚|吃(?:饭|过饭)?了?没|吃饭|吃|在(?:干|做)(?:什么|嘛|啥)|住哪|[好真太很](?:笨|傻|蠢|棒|聪明|可爱|厉害|烦))(?:的|了|里|儿|没有?)?[吗啊呀吧呢]?$/u,
  ],
  [
    'smallTalk',
    /^(?:tellmeajoke|whattimeisit|iloveyou|areyou(?:areal|a|an)?(?:human|person|ai|chatgpt)|howoldareyou)$/u,
  ],
  [
    'cannot',
    /^(?:能不能|可以|可不可以|能)?(?:帮我|请|把)?(?:这篇|这个|它|全文|上面的?)?(?:翻译?成.{2,4}|翻译(?:一下|给我|这篇.{0,2})|译成.{2,4}|(?:读|念|朗读|播报?)(?:给我听|出来|一下|一遍|这篇.{0,2})|(?:发|用)(?:个|一?段)?语音)(?:给我)?[吗吧]?$/u,
  ],
  ['cannot', /^(?:please)?(?:translate(?:it|this)?(?:to|into)?[a-z]{0,10}|readit(?:aloud|tome|out)?)$/u],
  ['articleButtons', /^(?:帮我)?(?:转发?|分享)(?:一下|给(?!我$)(?:我)?[一-鿿]{1,5})[吧]?$/u],
]

/** @param bare a whole message, in normal form without marks and blanks */
export const readRemark = (bare: string): RemarkTopic | undefined =>
  PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0]
