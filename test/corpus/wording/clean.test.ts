import { expect, test } from 'vitest'
import { cleanLine, foldWideSigns } from '../../../src/corpus/wording/clean.ts'

test.each([
  ['look-alike radicals', '⾼ ⻋ ⺠⽣', '高 车 民生'],
  ['letter-spacing', '全 市 大 宗 商 品 进 口 44.8 亿 元 ，增 长', '全市大宗商品进口44.8亿元，增长'],
  ['letter-spacing of half the parts', '全 市 大宗 商品', '全市大宗商品'],
  ['less of it as it is', '全 市内 大宗 商品', '全 市内 大宗 商品'],
  [
    'blanks around numbers',
    '在时隔 10 个月后，增长 129.7%；7 月 25 日开',
    '在时隔10个月后，增长129.7%；7月25日开',
  ],
  ['blanks before signs of figures', '增长 +5%，下降 -3%', '增长+5%，下降-3%'],
  ['blanks beside marks', '本报讯 （成都日报记者 杨升涛） 记者', '本报讯（成都日报记者 杨升涛）记者'],
  ['blanks of the paper', '深化改革开放 激发全社会动力', '深化改革开放 激发全社会动力'],
  ['English words', '首条玻璃基 Micro LED 显示屏', '首条玻璃基 Micro LED 显示屏'],
  ['a caption printed twice', '成渝中线高铁土红成渝中线高铁土红', '成渝中线高铁土红'],
  ['a caption printed twice in pieces', '西部西部（（成都成都））科学城科学城', '西部（成都）科学城'],
  ['the radical of a door', '⼾籍', '户籍'],
  ['compatibility ideographs', '\uf9dd\uf900', '\u5229\u8c48'],
  ['what is odd in length or short as it is', '大桥大桥大', '大桥大桥大'],
  ['short repetitions', '高高兴兴', '高高兴兴'],
  ['pairs in part of a line only', '西部西部大开发的故事', '西部西部大开发的故事'],
  ['a line of nothing but one sign', '。。。。。。。。', '。。。。'],
  ['a dash drawn as one sign', '春天⸺万物生', '春天——万物生'],
  ['invisible characters', '\ufeff会\u200b议\u00ad召开', '会议召开'],
  ['marks and figures as printed', '全国21％的“动力”电池——２０２４', '全国21％的“动力”电池——２０２４'],
])('cleanLine minds %s', (_case, raw, text) => {
  expect(cleanLine(raw)).toBe(text)
})

test('figures and letters as wide as Han characters become ordinary ones; marks stay', () => {
  expect(foldWideSigns('２０２４年ＧＤＰ增长５．２％，')).toBe('2024年GDP增长5.2％，')
})
