import { expect, test } from 'vitest'
import { endsText, endsTextAt, readSignature } from '../../../src/corpus/wording/signature.ts'

test.each([
  ['大桥通车。本报记者 李霞', '大桥通车。'],
  ['大桥通车！” 本报记者 李霞', '大桥通车！” '],
  ['大桥通车… 通讯员 刘洋', '大桥通车… '],
  ['大桥通车？新华社北京6月25日电', '大桥通车？'],
  ['大桥通车。（李霞）', '大桥通车。'],
  ['大桥通车。(记者 李霞)', '大桥通车。'],
  ['大桥通车。据新华社电', '大桥通车。'],
  ['大桥通车。昨日开放！本报记者 李霞', '大桥通车。昨日开放！'],
  ['大桥通车？昨日开放。游人很多。（李霞）', '大桥通车？昨日开放。游人很多。'],
  ['大桥通车。昨日开放。新华社北京6月25日电', '大桥通车。昨日开放。'],
  ['大桥通车。本报记者 李霞。昨日开放', undefined],
  [`${'大'.repeat(200)}。本报记者 李霞`, `${'大'.repeat(200)}。`],
  [`大桥通车。本报记者 ${'李霞 '.repeat(19)}李霞`, undefined],
  ['本报记者 李霞', undefined],
  ['大桥通车，本报记者 李霞', undefined],
  ['大桥通车。李霞', undefined],
  ['大桥通车。新华社', undefined],
  ['大桥通车。新华社北京6月25日电报', undefined],
  ['大桥通车。记者从市里获悉', undefined],
  ['大桥通车。（见图）', undefined],
  ['大桥通车。', undefined],
])('the text before the signature of %s', (text, before) => {
  const signature = readSignature(text)
  expect(signature && text.slice(0, signature.at)).toBe(before)
})

test.each([
  ['大桥通车。', true],
  ['大桥通车（下转第二版）', true],
  ['大桥通车（作者系教授）', true],
  ['大桥通车。本报记者 李霞', true],
  ['大桥通车', false],
])('%s ends a text: %s', (text, is) => {
  expect(endsText(text)).toBe(is)
})

test('the signature behind the last sentence may have wrapped into the next line', () => {
  const lines = ['大桥通车。（江城日报', '记者 李霞）', '他说（大桥', '通车）', '大桥通车。'].map((text) => ({
    text,
    endsText: endsText(text),
  }))
  expect(lines.map((_line, at) => endsTextAt(lines, at))).toEqual([false, true, false, false, true])
  expect(endsTextAt(lines, lines.length)).toBe(false)
  expect(endsTextAt([{ text: '陈世芳）', endsText: false }], 0)).toBe(false)
})
