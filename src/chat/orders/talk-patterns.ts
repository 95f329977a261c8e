/** What is said to the bot about its answers, or beside them, in too many ways for a list of phrases. */
export type RemarkTopic =
  | 'language'
  | 'unsubscribe'
  | 'acknowledged'
  | 'wrong'
  | 'unclear'
  | 'smallTalk'
  | 'cannot'
  | 'articleButtons'

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
  // 你发的啥玩意儿, 烦死了, 什么破东西
  [
    'wrong',
    /^(?:你|这|那|都|发|给|推|说|讲|找|答|搜|了|的|是|我)*(?:什么|啥)(?:破|鬼|烂)?(?:玩意儿?|东西|鬼|乱七八糟)的?[啊呀嘛]?$|^(?:真|好|太)?(?:烦|气|笨|蠢)(?:死我?|人)了?[啊呀]?$|^(?:什么|啥)?(?:破|烂|垃圾)(?:机器人|软件|东西|玩意儿?)(?:根本|都|也|还)?(?:找不到|没用|不好用|不行|不会)?$/u,
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
    /^(?:(?:[嗯恩哦噢喔]{1,4}|行|好|好的|知道了|明白了|收到|谢谢[你您啦了]?|可以|ok){2,3}|[嗯恩哦噢喔啊额呃唉诶哎]{1,4}|[哈呵嘿嘻]{2,12}|行[吧了]?|好[吧呀啊滴嘞]|[是对]的|对|是|可以的?|没事[了的]?|没什么|没问题|没了|算了|不用了|系|得|yes|yeah|yep|no|nope|lol|haha(?:ha)*|hm+|fine|sure|nevermind)$/u,
  ],
  [
    'smallTalk',
    /^(?:给我|帮我|再)?(?:[讲说来](?:一?[个点段]|点)?(?:笑话|故事|段子|绕口令)|唱一?首?歌|陪我(?:聊.{0,3}|说说话|玩)|(?:我们)?聊会?儿?天|聊聊)[吧呗吗]?$/u,
  ],
  [
    'smallTalk',
    /^[哈呵嘿嘻]*(?:我)?(?:没事|无聊|闲着)?(?:就|随便|来)?(?:试试|玩玩|测试|逗逗?你|看看你)(?:看|一下|玩|而已|的)*$/u,
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
  // 数字经济的英文, 数字经济用英语怎么说
  [
    'cannot',
    /^.{2,20}(?:的|用)(?:英文|英语|日文|日语|法语|韩语)(?:怎么[说讲写]|是(?:什么|啥)|叫(?:什么|啥)|翻译)?$/u,
  ],
  // 这个讲的啥
  [
    'articleButtons',
    /^(?:这|那)(?:一)?(?:个|[条篇则]|篇文章)?(?:主要)?(?:都)?(?:是)?(?:讲|说|写)(?:的|了)?(?:是)?(?:什么|啥)(?:内容|的)?$/u,
  ],
  [
    'language',
    /^(?:能不能|可以|可不可以|能|帮我|请|给我)*(?:换|换成|改|改成|改为|变成|切换到?|转成?|用|显示)(?:中文|英文|英语|繁体|简体|正体)(?:字|版|中文|显示)?[吗吧]?$/u,
  ],
  [
    'language',
    /^(?:change|switch|set)(?:it|thelanguage|language)?(?:to)?(?:english|chinese|(?:traditional|simplified)(?:chinese)?)$/u,
  ],
  [
    'unsubscribe',
    /^我?不想?再?(?:看|收|订|要)了(?:就)?(?:给我|帮我)?(?:退了|退掉|退订|取消)(?:它|了)?[吧啊]?$/u,
  ],
  ['articleButtons', /^(?:帮我)?(?:转发?|分享)(?:一下|给(?!我$)(?:我)?[一-鿿]{1,5})[吧]?$/u],
]

/** @param bare a whole message, in normal form without marks and blanks */
export const readRemark = (bare: string): RemarkTopic | undefined =>
  PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0]
