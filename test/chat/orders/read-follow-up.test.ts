import { describe, expect, test } from 'vitest'
import {
  type AskedBefore,
  pointsToPerson,
  readCorrection,
  readFollowUp,
} from '../../../src/chat/orders/read-follow-up.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const asked = (query: string, topic: string): AskedBefore => ({
  query,
  topic,
  words: tokeniser.wordsOf(topic).map(({ text }) => text),
})

const donation = asked('博物馆收到了什么捐赠', '博物馆 捐赠')
const quake = asked('土耳其地震死了多少人', '土耳其地震死')
const exam = asked('今年高考多少人报名', '今年高考 报名')
const pension = asked('今年养老金涨了多少', '今年养老金涨')
const games = asked('亚运会哪天开幕', '亚运会开幕')
const person = asked('讲讲李德仁', '李德仁')
const donors = asked('图书馆收到 捐赠 谁捐的', '图书馆收到 捐赠')
const dam = asked('白鹤滩水电站什么时候投产', '白鹤滩水电站 投产')
const births = asked('中国出生人口有多少', '中国出生人口')
const skier = asked('谷爱凌拿了几块', '谷爱凌拿')
const crew = asked('神舟十六号是谁上去的', '神舟十六号 上去')

describe('what only makes sense after the question before', () => {
  test.each<[string, AskedBefore, string | undefined, string]>([
    ['谁捐的', donation, '捐', '博物馆 捐赠 谁捐的'],
    ['在哪儿开的？', donation, '开', '博物馆 捐赠 在哪儿开的?'],
    ['什么时候落地的', donation, '落地', '博物馆 捐赠 什么时候落地的'],
    ['涨了百分之几', donation, undefined, '博物馆 捐赠 涨了百分之几'],
    ['为什么这么严重', quake, '这么严重', '土耳其地震死 为什么这么严重'],
    ['为什么', donation, undefined, '博物馆 捐赠 为什么'],
    ['他得了啥奖', person, '他奖', '李德仁 得了啥奖'],
    ['他最近干嘛了', person, undefined, '李德仁 最近干嘛了'],
    ['谁给他颁的奖', person, '他颁的奖', '李德仁 谁颁的奖'],
    ['那边现在怎么样了', quake, '那边', '土耳其地震死 现在怎么样了'],
    ['后来呢', quake, undefined, '土耳其地震死 后续'],
    ['叙利亚呢', quake, undefined, '叙利亚地震死了多少人'],
    ['那薛其坤呢？', person, undefined, '讲讲薛其坤'],
    ['那医保呢', pension, undefined, '今年医保涨了多少'],
    ['公积金呢', pension, undefined, '今年公积金涨了多少'],
    ['闭幕呢', games, undefined, '亚运会哪天闭幕'],
    ['残奥会呢', games, undefined, '残奥会哪天开幕'],
    ['去年呢', exam, undefined, '去年高考多少人报名'],
    ['去年呢', quake, undefined, '去年 土耳其地震死了多少人'],
    ['那边呢', quake, undefined, '土耳其地震死 呢'],
    ['不要火炬的', games, undefined, '亚运会哪天开幕 -火炬'],
    ['我要养老金的', games, undefined, '亚运会开幕 养老金'],
    ['要闭幕的', asked('杭州亚运会 开幕式', '杭州亚运会 开幕式'), undefined, '杭州亚运会 闭幕'],
    ['那实验室呢', donors, undefined, '实验室 谁捐的'],
    ['三峡呢', dam, undefined, '三峡水电站什么时候投产'],
    ['老龄人口呢', births, undefined, '中国老龄人口有多少'],
    ['苏翊鸣呢', skier, undefined, '苏翊鸣拿了几块'],
    ['神十七呢', crew, undefined, '神十七是谁上去的'],
    ['残奥会呢，大运会呢', games, undefined, '残奥会哪天开幕? 大运会哪天开幕'],
    ['when was that?', crew, 'whenwasthat', '神舟十六号 上去 什么时候'],
    ['how many people died', quake, 'howmanypeopledied', '土耳其地震死 多少'],
    ['what about the 三峡', dam, undefined, '三峡水电站什么时候投产'],
    ['什么时候回来的', crew, '回来', '神舟十六号 什么时候回来的'],
    ['他们住在哪', crew, '住', '神舟十六号 住在哪'],
    ['谁买的单', donation, '买的单', '博物馆 捐赠 谁买的单'],
    ['买它的是哪家公司', dam, '买它公司', '白鹤滩水电站 投产 买的是哪家公司'],
    ['飞的哪条航线', donation, '飞航线', '博物馆 捐赠 飞的哪条航线'],
    ['最大的是哪个', quake, '最大', '土耳其地震死 最大的是哪个'],
    ['那一共排几次了', quake, '一共排', '土耳其地震死 一共排几次了'],
    ['一共多少钱', donation, '钱', '博物馆 捐赠 一共多少钱'],
  ])('%s', (text, before, topic, whole) => {
    expect(readFollowUp(text, before, { isQuestion: topic !== undefined, topic: topic ?? text })).toBe(whole)
  })

  test.each([
    ['安倍是咋死的', '安倍死'],
    ['谁发明了青霉素', '发明青霉素'],
    ['什么时候高考', '高考'],
    ['他信是谁', '他信'],
    ['他乡是什么', '他乡'],
    ['其他城市有多少', '其他城市'],
    ['高考是谁考的', '高考'],
    ['落地是几点的', '落地'],
    ['请给他们点赞', undefined],
    ['这件事', undefined],
    ['马耳他的总统是谁', '马耳他总统'],
    ['那曲有多少人', '那曲'],
    ['那现在养老金一个月有多少', '养老金一个月'],
    ['成都的哪条地铁最长', '成都地铁最长'],
    ['地铁', undefined],
    ['我要看台风的新闻', undefined],
    ['想看看台风的报道', undefined],
    ['他山之石可以攻玉这句话里说的石头到底是什么意思', '石头'],
  ])('%s says itself what it is of', (text, topic) => {
    expect(
      readFollowUp(text, person, { isQuestion: topic !== undefined, topic: topic ?? text }),
    ).toBeUndefined()
  })

  test('a message of twenty characters may be one, and so may a topic of forty be meant', () => {
    const now = { isQuestion: false, topic: '' }
    const message = (length: number) => `他${'说'.repeat(length - 1)}`
    expect(readFollowUp(message(20), person, now)).toBe(`李德仁 ${'说'.repeat(19)}`)
    expect(readFollowUp(message(21), person, now)).toBeUndefined()
    const long = (length: number) => asked('谁', '桥'.repeat(length))
    expect(readFollowUp('后来呢', long(40), now)).toBe(`${'桥'.repeat(40)} 后续`)
    expect(readFollowUp('后来呢', long(41), now)).toBeUndefined()
  })

  test('marks that stand for something in a replacement are what they are', () => {
    expect(readFollowUp("那$'$&呢", pension, { isQuestion: false, topic: '' })).toBe("今年$'$&涨了多少")
  })

  test('without a topic before there is none', () => {
    expect(readFollowUp('谁捐的', asked('谁', ''), { isQuestion: true, topic: '捐' })).toBeUndefined()
  })
})

test.each([
  ['他是哪国人', true],
  ['谁给她颁的奖', true],
  ['它有多长', false],
  ['其他人呢', false],
])('whether %s points to a person: %s', (text, isPerson) => {
  expect(pointsToPerson(text)).toBe(isPerson)
})

test.each([
  ['不对，我问的是什么时候开', '什么时候开'],
  ['不是这个我要的是养老金上调的', '养老金上调'],
  ['不对，我问的是谁设计的', '谁设计的'],
  ['不对，我要找的是地铁的', '地铁'],
  ['不对', undefined],
  ['不是我不明白', undefined],
])('%s sets right to %s', (text, meant) => {
  expect(readCorrection(text)).toBe(meant)
})
