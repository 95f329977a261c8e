import type { TalkTexts } from './texts.ts'

/** What is said back to what is no search, in Simplified Chinese. */
export const zhHansTalk: TalkTexts = {
  greeting: '你好！我是报童，发一个词给我，我就去报纸里找。',
  thanks: '不客气！想看什么，发一个词就行。',
  farewell: '再见！想看报的时候再来找我。',
  textSize:
    '字的大小要在 Telegram 里调。安卓：设置 → 聊天设置 → 消息文字大小；iPhone：设置 → 外观 → 文字大小。',
  tooLong: '长报道下面有“要点”，点了只看最重要的几句。精选嫌长，发送 /subscribe 短，每次最多 5 篇。',
  turnPage: '翻页请点列表下面的 ‹ ›，点中间的页码可以跳页；还没有列表，就发一个词给我。',
  pressNumber: '想看哪一篇，点那份列表下面的数字就能打开。',
  articleButtons: '请点那篇报道下面的按钮：“要点”看重点，“☆ 收藏”留着看，“更多 ▾”里有原版面、图片和分享。',
  picture: '图片我还看不懂。想找什么，发几个字给我。',
  voice: '语音我还听不懂。想找什么，打几个字给我。',
  sticker: '😊 想看什么，发一个词就行。',
  location: '我还不会按位置查找。发地名给我，我就去报纸里找。',
  file: '文件我还读不了。想找什么，发几个字给我。',
  other: '这个我还看不懂。想找什么，发几个字给我。',
  acknowledged: '好。还想看什么，发一个词就行。',
  wrong:
    '抱歉，没找对。换个说法，或加上地名、人名、时间再试。报道本身有错，请打开它，点“更多 ▾”里的“这篇有误”。',
  unclear: '哪里没看懂？嫌报道难读，打开后点“要点”，只看最重要的几句。不知道怎么用，请发送 /help。',
  smallTalk: '闲聊我不在行，报纸上的事可以问我。想看什么，发一个词就行。',
  cannot: '我只会原样摘录报纸上的话，不会翻译、改写或朗读。只想看重点，打开报道后点“要点”。',
  endOfList: '这份列表到底了。想找别的，换个词再搜。',
  startOfList: '这已经是第一页了。',
  noSuchPlace: '这一页没有这一条。请说“第一条”“第二条”，或点列表下面的数字；要看后面的，请说“下一页”。',
}
