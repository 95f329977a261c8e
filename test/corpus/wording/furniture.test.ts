import { expect, test } from 'vitest'
import { isFurniture, isNotice } from '../../../src/corpus/wording/furniture.ts'

test.each([
  '主编 李四 编辑 王五 校对 赵敏',
  '本版编辑 李四 本版美编 王五',
  '值班总编 陈国华',
  '本版编辑 李四 本版美编 王五 第3版',
  '江南早报2024年6月8日 星期六 第8027期 今日4版 国内统一连续出版物号 CN 43-0062邮发代号85-85',
  '□责任编辑 李四 □美术编辑 王五',
  '执行主编：李四 版式设计：王五',
  'A02要闻2024年6月8日 星期六 江南日报',
  '2024/6/8',
  '江南日报 2024.06.08 星期六 要闻 A02',
  '二〇二四年六月八日 星期六',
  '6月8日 星期六',
  '星期六 2024年6月8日',
  'B02 经济新闻',
  '05版 时政·要闻',
  '要闻 A02',
  '简讯',
  '第3版1998年1月6日',
  '江南日报 理论周刊 A04',
])('%j is furniture', (line) => {
  expect(isFurniture(line)).toBe(true)
})

test.each([
  '编辑部的故事',
  '主任医师的一天',
  '主编要学会放手',
  '6月8日起实行新票价',
  '2024年6月8日，大桥合龙',
  '二〇二四年六月的一天',
  '第3届书展闭幕',
  '快讯传来全城沸腾',
])('%j is none', (line) => {
  expect(isFurniture(line)).toBe(false)
})

test.each([
  ['遗失声明 李四不慎遗失驾驶证，声明作废。', true],
  ['注销公告：某商贸有限公司拟注销登记，请债权人申报债权。', true],
  ['某公司拟减少注册资本，请债权人申报债权。特此公告。', true],
  ['市民遗失驾驶证可在线补办。', false],
  ['商务局昨日发布公告，消费券明起发放。', false],
])('whether %j is a paid notice: %s', (text, is) => {
  expect(isNotice(text)).toBe(is)
})
