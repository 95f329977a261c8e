import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const FLOOD = [
  '入汛以来，清河上游连降大雨，沿岸三个乡的稻田全部被淹，河堤两处出现险情，数百名村民',
  '连夜转移到学校和粮站，抢险队员扛着沙袋守在堤上，清河水位到今天清晨才开始回落一些。',
]
const CHESS = [
  '全国少年围棋赛落幕，来自各地的棋手下满九轮，十二岁的选手保持不败，裁判长说，这一届',
  '小棋手的布局比往年更大胆，官子也更细，主办方准备明年把围棋赛办到更多的学校里面去。',
]
const page = (...parts: (readonly string[])[]) => parts.map((it) => it.join('\n')).join('\n\n')
const bodies = (text: string) =>
  readPage({ file: 'a.txt', text }).articles.map(({ paragraphs }) => paragraphs.join('').slice(0, 4))

test('a cited dispatch right behind a text, with no title for it, goes on with the article', () => {
  const cited = [
    '据新华社清河7月6日电（记者张三）清河沿岸的抢险队员今天又加固了河堤两处，被淹的稻田',
    '开始排水，转移到学校的村民有一半已经回家，清河水位还在回落，下一场大雨预计周末到来。',
  ]
  expect(bodies(page(['清河上游稻田被淹', '沿岸村民连夜转移'], FLOOD, cited))).toEqual(['入汛以来'])
})

test('a dispatch of the paper itself begins another article, and so does a cited one with a title', () => {
  const own = ['本报讯（记者李四）', ...CHESS]
  const cited = ['据新华社北京7月6日电（记者李四）', ...CHESS]
  expect(bodies(page(['清河上游稻田被淹', '沿岸村民连夜转移'], FLOOD, own))).toHaveLength(2)
  const titled = page(['清河上游稻田被淹', '沿岸村民连夜转移'], FLOOD, ['少年围棋赛落幕'], cited)
  expect(bodies(titled)).toHaveLength(2)
})

test('what a dateline set alone opens goes on with it', () => {
  const dated = [
    '据新华社清河7月6日电',
    '（记者王五）清河上游今天雨停，河堤守住了，抢险队员说，水位每个钟头都在往下落。',
  ]
  expect(bodies(page(['清河上游稻田被淹', '沿岸村民连夜转移'], FLOOD, dated))).toEqual(['入汛以来'])
})
