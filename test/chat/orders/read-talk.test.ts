import { describe, expect, test } from 'vitest'
import { readTalk } from '../../../src/chat/orders/read-talk.ts'

const TODAY = '2024-06-10'

describe('talk', () => {
  test.each([
    ['你好', 'greeting'],
    ['您好！', 'greeting'],
    ['Hello!!', 'greeting'],
    ['早上好呀', 'greeting'],
    ['謝謝', 'thanks'],
    ['谢谢你啦～', 'thanks'],
    ['Thank you very much.', 'thanks'],
    ['再见', 'farewell'],
    ['幫助', 'help'],
    ['请问怎么用？', 'help'],
    ['How does this work?', 'help'],
    ['你好，请问怎么退订？', 'howToUnsubscribe'],
    ['你好吗？怎么退订', 'howToUnsubscribe'],
    ['Hi there, how do I unsubscribe?', 'howToUnsubscribe'],
    ['怎麼取消訂閱', 'howToUnsubscribe'],
    ['How do I unsubscribe?', 'howToUnsubscribe'],
    ['退订', 'unsubscribe'],
    ['不想收了', 'unsubscribe'],
    ['头版', 'headlines'],
    ['今天报纸呢', 'headlines'],
    ['换成繁体吧', 'language'],
    ['我想订阅', 'subscribe'],
    ['我的收藏', 'saved'],
    ['切換語言', 'language'],
    ['今天有什么新闻', 'news'],
    ['今天有什麼新聞嗎？', 'news'],
    ['你好，最近有什么大事', 'news'],
    ['今日要闻', 'news'],
    ['新闻', 'news'],
    ['What’s new today?', 'news'],
    ["today's news", 'news'],
    ['news please', 'news'],
    ['What’s in the paper today?', 'news'],
    ['今日有咩大新聞', 'news'],
    ['今日有冇大事', 'news'],
    ['最近有没有什么新闻？', 'news'],
    ['字太小了', 'textSize'],
    ['字太細啦', 'textSize'],
    ['字体能不能大一点？', 'textSize'],
    ['The text is too small', 'textSize'],
    ['太长了', 'tooLong'],
    ['下一页', 'turnPage'],
    ['还有吗？', 'turnPage'],
    ['next page', 'turnPage'],
    ['再来一篇', 'another'],
    ['再來一篇吧', 'another'],
    ['随便看看', 'another'],
    ['another one', 'another'],
    ['选一期', 'pickIssue'],
    ['唔好再send', 'unsubscribe'],
    ['我的订阅', 'subscribe'],
    ['第二篇', 'pressNumber'],
    ['把第3篇发给我', 'pressNumber'],
    ['打开第一条', 'pressNumber'],
    ['3', 'pressNumber'],
    ['收藏这篇', 'articleButtons'],
    ['有图吗？', 'articleButtons'],
    ['谁做的你', 'greeting'],
    ['怎么删除我的数据？', 'privacy'],
    ['Delete my data', 'privacy'],
    ['导出我的数据', 'export'],
    ['频道怎么用', 'channel'],
    ['唔該晒', 'thanks'],
    ['邊度可以睇到舊報紙', 'pickIssue'],
    ['latest digest', 'news'],
    ['👍', 'emoji'],
    ['😀😀', 'emoji'],
  ])('%s is talk: %s', (text, topic) => {
    expect(readTalk(text, TODAY)).toEqual({ topic })
  })

  test.each([
    ['昨天有什么新闻', '昨天'],
    ['6月8日的新闻', '6月8日'],
    ['2024年6月8日发生了什么', '2024年6月8日'],
    ['看昨天的报纸', '昨天'],
    ['上周五的报', '上周五'],
    ['點樣睇返尋日啲新聞', '寻日'],
    ['show me December 25', 'december 25'],
    ['昨天的要闻有哪些', '昨天'],
    ['6月8日那天的报纸', '6月8日'],
    ['尋日有乜嘢新聞', '寻日'],
    ['What happened yesterday?', 'yesterday'],
    ['the news of June 8', 'june 8'],
  ])('%s asks for the news of a day', (text, day) => {
    expect(readTalk(text, TODAY)).toEqual({ topic: 'news', day })
  })

  test.each([
    ['今天成都有什么新闻', '成都'],
    ['最近成都有啥大事？', '成都'],
    ['请问大熊猫最近有什么新鲜事吗', '大熊猫'],
    ['中秋节那天有什么新闻', '中秋节'],
  ])('%s asks for the newest of something', (text, about) => {
    expect(readTalk(text, TODAY)).toEqual({ topic: 'newsOf', about })
  })

  test.each([
    ['查一下 养老金 -医保', '养老金 -医保'],
    ['幫我找一下高鐵的報導', '高铁'],
    ['给我来点体育新闻', '体育'],
    ['幫我揾下高鐵新聞', '高铁'],
    ['search for 地铁', '地铁'],
    ['Please help me find news about pandas.', 'pandas'],
    ['show me articles on 地铁', '地铁'],
  ])('%s asks for a search', (text, query) => {
    expect(readTalk(text, TODAY)).toEqual({ topic: 'search', query })
  })

  test.each([
    ['第三版有什么', '3', undefined],
    ['第03版', '03', undefined],
    ['看看十二版', '12', undefined],
    ['今天三版有什麼新聞？', '3', undefined],
    ['昨天的A2版', 'A2', '昨天'],
    ['6月8日第四版讲了什么', '4', '6月8日'],
    ["What's on page 3?", '3', undefined],
  ])('%s asks for page %s of %s', (text, page, day) => {
    expect(readTalk(text, TODAY)).toEqual({ topic: 'page', page, ...(day && { day }) })
  })

  test.each([
    ['新华字典第12版'],
    ['2.0版'],
    ['海外版'],
    ['第三版方案'],
    ['三五版'],
    ['找工作'],
    ['数据'],
    ['个人隐私保护'],
    ['删除数据 诈骗'],
    ['show me the money'],
    ['finding nemo'],
    ['第三产业'],
    ['第一个五年计划'],
    ['来电显示'],
    ['2024'],
    ['你好 李焕英'],
    ['你好李焕英'],
    ['hello kitty'],
    ['谢谢你 电影'],
    ['帮助残疾人就业'],
    ['成都新闻'],
    ['体育新闻'],
    ['昨天成都有什么新闻'],
    ['换成繁体字版的老报纸'],
    ['成都日报'],
    ['字太小 标语'],
    ['what happened in Chengdu'],
    ['退订短信 诈骗'],
    ['新闻发布会'],
    ['语言'],
    ['收藏'],
    ['早市'],
    ['好'],
    ['…'],
    ['12345'],
    [''],
  ])('“%s” is a search', (text) => {
    expect(readTalk(text, TODAY)).toBeUndefined()
  })
})
