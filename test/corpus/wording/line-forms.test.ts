import { describe, expect, test } from 'vitest'
import {
  readBareNames,
  readBracketedNames,
  readMarkedNames,
  splitNames,
} from '../../../src/corpus/wording/byline.ts'
import { isCaption } from '../../../src/corpus/wording/caption.ts'
import { cleanLine, isLetterSpaced } from '../../../src/corpus/wording/clean.ts'
import { isCreditLine } from '../../../src/corpus/wording/credit-line.ts'
import { namesEditors } from '../../../src/corpus/wording/editors.ts'
import { isFurniture } from '../../../src/corpus/wording/furniture.ts'
import { printedDate } from '../../../src/corpus/wording/printed-date.ts'
import { looksLikeName } from '../../../src/corpus/wording/surname.ts'

// Each form in its shortest and its longest shape; and the nearest line that is none.
describe('furniture', () => {
  test.each([
    ['责任编辑：张三', true],
    ['编辑丨张三', true],
    ['版式设计 / 张三', true],
    ['值班编委：张三', true],
    ['美编 张三的画', false],
    ['编辑部的张三', false],
    ['新闻热线：96110', true],
    ['广告部电话 ：87654321', true],
    ['读者来信请寄投稿邮箱：张三', true],
    ['电话铃响了', false],
    ['热线电话一直到深夜才接通：张三', false],
    ['广告牌上写着这样的几个大字：回家', false],
    ['https://news.example.org', true],
    ['WWW.EXAMPLE.ORG', true],
    ['投稿 wang@example.org', true],
    ['@ 张三', false],
    ['国内统一刊号 51-0001', true],
    ['国内统一连续出版物号', true],
    ['邮发代号 61-1', true],
    ['国内统一的市场', false],
    ['CN 51-0001', true],
    ['CN51-0001', true],
    ['CNN 报道', false],
    ['见CN51', false],
    ['ISSN 1000', true],
    ['第12345期', true],
    ['第 1 期 晴', true],
    ['总第12345期', true],
    ['总第 1 期', true],
    ['第一期', false],
    ['见第12345期', false],
    ['总第一', false],
    ['今日12版', true],
    ['今日4版', true],
    ['今日版面', false],
    ['农历六月', true],
    ['代号51-1', true],
    ['江城日报', true],
    ['江城都市报', true],
    ['江城商報', true],
    ['江城发展改革研究导报', true],
    ['江城经济社会发展改革研究晚报', false],
    ['江城电报', false],
    ['01', true],
    ['A12', true],
    ['1234', false],
    ['12 要闻', true],
    ['A1 国际新闻', true],
    ['12 国际新闻版', false],
    ['星期日', true],
    ['星期天', true],
    ['星期日晴', false],
    ['星期八', false],
    ['国际简讯', true],
    ['一句话新闻', true],
    ['本市要闻简报', true],
    ['外国简讯', false],
    ['简讯两则', false],
    ['July 30, 2024', true],
    ['Wednesday, July 3, 2024 A1', true],
    ['on July 30, 2024', false],
    ['July 30, 2024a', false],
  ])('%s: %s', (text, is) => {
    expect(isFurniture(text)).toBe(is)
  })
})

describe('names', () => {
  test.each([
    ['（李霞）', ['李霞']],
    ['(李霞 陈世芳)', ['李霞', '陈世芳']],
    ['（李霞、陈世芳）', ['李霞', '陈世芳']],
    ['（江西玉山县李芳琴）', ['李芳琴']],
    ['（棉纺织厂办公室 唐锦禄）', ['唐锦禄']],
    ['（江城大学张三）', ['张三']],
    ['（玛丽娜·拉古什）', ['玛丽娜·拉古什']],
    ['（李霞陈世芳）', ['李霞', '陈世芳']],
    ['（见图）', undefined],
    ['（李）', undefined],
    ['（李霞）报道', undefined],
    ['李霞', undefined],
    ['（李霞，陈世芳）', undefined],
    ['（李霞 大桥）', undefined],
  ])('in brackets: %s', (text, names) => {
    expect(readBracketedNames(text)?.names).toEqual(names)
  })

  test.each([
    ['■ 李霞', ['李霞']],
    ['◆李霞 陈世芳', ['李霞', '陈世芳']],
    ['——李霞', ['李霞']],
    ['— 李霞', ['李霞']],
    ['-李霞（辽宁）', ['李霞']],
    ['□ 李霞、陈世芳(江城市青川县)', ['李霞', '陈世芳']],
    ['―――― 李霞', ['李霞']],
    ['—————李霞', undefined],
    ['李霞', undefined],
    ['说■ 李霞', undefined],
    ['■ 李', undefined],
    ['■ Li Xia', undefined],
    ['■ 李霞（辽）', undefined],
    ['■ 李霞（Liaoning）', undefined],
    ['■ 李霞（辽宁', undefined],
    ['■ 李霞【辽宁）', undefined],
    ['■ 李霞（辽宁）说', undefined],
    ['■ 高质量', undefined],
  ])('behind a mark: %s', (text, names) => {
    expect(readMarkedNames(text)?.names).toEqual(names)
  })

  test.each([
    ['李霞', ['李霞']],
    ['李霞 陈世芳 王五', ['李霞', '陈世芳', '王五']],
    ['萨沙·科恩', ['萨沙·科恩']],
    ['李霞。', undefined],
    ['李', undefined],
    [Array(9).fill('李霞').join(' '), undefined],
  ])('alone: %s', (text, names) => {
    expect(readBareNames(text)?.names).toEqual(names)
  })

  test.each([
    ['李 霞 陈世芳', ['李霞', '陈世芳']],
    ['李霞,陈世芳;王五／', ['李霞', '陈世芳']],
    ['文/图 李霞 摄影报道', ['李霞']],
    ['李霞/陈世芳|王五', ['李霞', '陈世芳', '王五']],
    ['李 陈世芳', ['陈世芳']],
    ['李霞 A.B. Smith', ['李霞', 'A.B.', 'Smith']],
    ['李霞 1号', ['李霞']],
    ['李', []],
    ['', []],
  ])('in a list: %s', (text, names) => {
    expect(splitNames(text)).toEqual(names)
  })

  test.each([
    ['李霞', true],
    ['李小霞', true],
    ['欧阳修文', true],
    ['李小小霞', false],
    ['李', false],
    ['霞李', false],
    ['李a', false],
    ['欧阳李小霞', false],
  ])('%s looks like a name: %s', (text, is) => {
    expect(looksLikeName(text)).toBe(is)
  })

  test.each([
    ['主编 李四 编辑 王五 校对 赵敏', true],
    ['□责任编辑 李四', true],
    ['本版责编：李四 第3版', true],
    ['美编 李四 A12', true],
    ['编辑 李四 第十二版', true],
    ['责任编辑 李海 视觉 王云 校对 孙杰 2024年6月3日', true],
    ['编辑 李四 2024年6月3日 星期一', true],
    ['编辑 李四2024年6月3日周一', true],
    ['编辑 李四 2024年6月', false],
    ['编辑 李四 出版 大桥', false],
    ['编辑', false],
    ['编辑 大桥', false],
    ['编辑 李四 一位在江城工作的人', false],
    ['编辑 李四 Tom', false],
    ['李四 编辑', false],
    ['说编辑 李四', false],
  ])('%s names who made the page: %s', (text, is) => {
    expect(namesEditors(text)).toBe(is)
  })
})

test.each([
  ['（新华社北京7月7日电 记者张三', true],
  ['(本报讯', true],
  ['（作者系教授', true],
  ['（大桥通车', false],
  ['（记者张三）他说', false],
  ['●江城日报全媒体记者', true],
  ['本报驻京记者 李霞', true],
  ['《江城晚报》通讯员 李霞、陈世芳', true],
  ['江城电视台评论员', true],
  ['请听：本报记者 李霞', false],
  ['本报记者李霞说，', false],
  ['本报江城1月11日', true],
  ['据新华社江城6月25日电', true],
  ['中新社6月25日讯', true],
  ['本报江城1月11日报道', false],
  ['说本报江城1月11日', false],
  ['江城1月11日', false],
  ['本版图片由受访者提供', true],
  ['本组照片：李霞', true],
  ['说本版图片', false],
  ['(讲话全文见A02版)', true],
])('%s is a credit line: %s', (text, is) => {
  expect(isCreditLine(text)).toBe(is)
})

test.each([
  ['市民走过大桥。 李霞 摄', true],
  ['市民走过大桥（李霞摄影）', true],
  ['市民走过大桥 受访者供图', true],
  ['市民走过大桥 资料图片', true],
  ['市民走过大桥 新华社记者 李霞 摄', true],
  ['市民走过大桥', false],
  ['他喜欢摄影的', false],
  [`${'市'.repeat(104)} 李霞 摄`, true],
  [`${'市'.repeat(106)} 李霞 摄`, false],
])('%s ends as a caption does: %s', (text, is) => {
  expect(isCaption(text)).toBe(is)
})

test.each([
  ['2024年6月8日', '2024-06-08'],
  ['2024 年 06 月 08 日', '2024-06-08'],
  ['2024-6-8', '2024-06-08'],
  ['2024.12.31', '2024-12-31'],
  ['2024/06/08 A1', '2024-06-08'],
  ['2024-6/8', undefined],
  ['1.2024.6.8', undefined],
  ['12024-6-8', undefined],
  ['2024-6-8.5', undefined],
  ['1724-6-8', undefined],
  ['二〇二四年六月八日', '2024-06-08'],
  ['一九五八年十二月三十一日', '1958-12-31'],
  ['民国113年6月8日', '2024-06-08'],
  ['中華民國一一三年六月八日', '2024-06-08'],
  ['民國一百一十三年六月八日', '2024-06-08'],
  ['民国一百年一月一日', '2011-01-01'],
  ['民国九十九年六月八日', '2010-06-08'],
  ['113年6月8日', undefined],
  ['2024年2月30日', undefined],
  ['2024年6月', undefined],
])('the day of %s is %s', (text, day) => {
  expect(printedDate(text)).toBe(day)
})

test.each([
  ['全 市 大 宗', true],
  ['全 市 大 宗 商品 进口', true],
  ['全 市 大宗 商品 进口', false],
  ['全 市 大', false],
  ['全市大宗商品', false],
  ['A B C D', false],
  ['本报记者 张 伟 李 霞', false],
  ['通讯员 张 伟 李 霞', false],
])('%s is letter-spaced: %s', (text, is) => {
  expect(isLetterSpaced(text)).toBe(is)
})

test.each([
  ['大 桥 全 长 3.6 公 里', '大桥全长3.6公里'],
  ['大 桥 A B 通 车 了', '大桥A B通车了'],
  ['（ 大桥 ） 通车', '（大桥）通车'],
  ['C919 飞机', 'C919飞机'],
  ['G20 in China', 'G20 in China'],
])('the blanks of %s', (raw, text) => {
  expect(cleanLine(raw)).toBe(text)
})
