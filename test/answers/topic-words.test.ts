import { expect, test } from 'vitest'
import { topicOf } from '../../src/answers/topic.ts'
import {
  bareWord,
  compoundOf,
  formsInPart,
  topicWordsIn,
  withoutLink,
} from '../../src/answers/topic-words.ts'

const RAREST = 10

/** Cuts at blanks; rare is what is not told. */
const sources = (rarity: Readonly<Record<string, number>> = {}) => ({
  wordsOf: (text: string) => text.split(' ').filter(Boolean),
  rarityOf: (text: string) => rarity[text] ?? RAREST,
})

test.each([
  ['雄安有', '雄安'],
  ['储气库一共有', '储气库'],
  ['运动员人数', '运动员人数'],
  ['没有', '没有'],
  ['所有', '所有'],
])('%s ends with what goes with the question word: %s', (phrase, expected) => {
  expect(withoutLink(phrase)).toBe(expected)
})

test.each([
  ['要采', '采'],
  ['能发', '发'],
  ['签了', '签'],
  ['能源', '能源'],
  ['会议', '会议'],
  ['多哈', '多哈'],
  ['上坂村', '上坂村'],
  ['要', '要'],
])('%s says %s', (word, expected) => {
  expect(bareWord(word)).toBe(expected)
})

test('what is no word by itself is cut before a verb that news says otherwise', () => {
  expect(topicWordsIn('新冠死', sources({ 新冠死: 7, 新冠: 3 }))).toEqual(['新冠', '死'])
  expect(topicWordsIn('新冠死', sources({ 新冠死: 7 }))).toEqual(['新冠死'])
})

test('what a classifier leaves with the verb behind it is cut, and a word is not', () => {
  expect(topicWordsIn('人得 新冠', sources({ 人: 1 }))).toEqual(['人', '得', '新冠'])
  expect(topicWordsIn('人得', sources({ 人: 1, 人得: 5 }))).toEqual(['人得'])
  expect(topicWordsIn('获得', sources({ 获: 1 }))).toEqual(['获得'])
})

test('who points at what is known, and what stands behind any verb, say nothing of the topic', () => {
  const wordsIn = (question: string, ...phrases: readonly string[]) =>
    topicOf(question, phrases, [], sources())
      .words.filter((it) => it.isWord)
      .map((it) => it.forms[0]?.text)
  expect(wordsIn('沉掉的那条货船叫什么', '沉掉 的 那条货船')).toEqual(['沉掉', '货船'])
  expect(wordsIn('海鸟把那架飞机 撞 下来 了吗', '海鸟 那架飞机 撞 下来')).toEqual(['海鸟', '飞机'])
  expect(wordsIn('那曲有多远', '那曲')).toEqual(['那曲'])
})

test('会 at the end of a meeting is part of its name, and else says what will be', () => {
  expect(topicWordsIn('云港 峰会', sources())).toEqual(['云港', '峰会'])
  expect(topicWordsIn('消 博会', sources({ 消: 1, 博会: 1 }))).toEqual(['消', '博会'])
  expect(topicWordsIn('台风 会', sources())).toEqual(['台风'])
})

test('a name of letters and digits that stands nowhere is cut where these change', () => {
  expect(topicWordsIn('737max9', sources({ 737: 7, max: 7 }))).toEqual(['737', 'max', '9'])
  expect(topicWordsIn('cr450', sources({ cr450: 7 }))).toEqual(['cr450'])
})

test('what is left of a question word is no word of the topic', () => {
  const wordsIn = (question: string, ...phrases: readonly string[]) =>
    topicOf(question, phrases, [], sources())
      .words.filter((it) => it.isWord)
      .map((it) => it.forms[0]?.text)
  expect(wordsIn('青海省气协议哪国不干', '省气协议', '国不干')).toEqual(['省气协议', '不干'])
  expect(wordsIn('哪国家电卖得多', '国家电')).toEqual(['国家电'])
  expect(wordsIn('石桥物价涨了百分之多少', '石桥 物价', '涨 百分之')).toEqual(['石桥', '物价'])
  expect(wordsIn('上半年外资进来多少', '外资 进来')).toEqual(['外资'])
})

test('a compound of four characters is two words that may stand apart, and a name is not', () => {
  const known = sources({ 房贷利率: 7, 房贷: 5, 利率: 4 })
  expect(compoundOf('房贷利率', known).map((it) => it[0])).toEqual(['房贷', '利率'])
  expect(compoundOf('房贷利率', sources({ 房贷利率: 7, 房贷: 5 }))).toEqual([])
  expect(compoundOf('利率', known)).toEqual([])
})

test('of three characters the last two say some, if they are one word', () => {
  const words = {
    ...sources({ 奖得主: 8 }),
    wordsOf: (text: string) => (text === '得主' ? [text] : Array.from(text)),
  }
  expect(formsInPart('奖得主', true, words)[0]).toEqual({ text: '得主', worth: 0.5 })
  expect(formsInPart('博物馆', true, words)).toEqual([])
})
