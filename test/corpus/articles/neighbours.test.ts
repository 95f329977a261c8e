import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const COUNCIL = [
  '全市春耕部署会昨日',
  '召开',
  '',
  '全市春耕部署会昨日召',
  '开，会议要求各县抓紧备耕，',
  '确保种子化肥及时下田。',
  '会议指出，春耕生产关系全',
  '年收成。',
]

test('two headlines over two pieces end the piece before them, and are no sections of it', () => {
  const text = [
    ...COUNCIL,
    '',
    '新桥合龙居民笑开',
    '颜',
    '',
    '老茶树下茶农采茶',
    '忙',
    '',
    '种子的价格同去年持平，',
    '各县的仓库都备足了化肥，农',
    '技人员下田指导。',
    '',
    '春耕的农机已检修完毕，',
    '油料供应充足。',
  ].join('\n')
  const [council] = readPage({ file: 'page.txt', text }).articles
  expect(council).toMatchObject({ headline: '全市春耕部署会昨日召开', subheads: [] })
  expect(council?.paragraphs.join('')).not.toContain('种子的价格')
})

test('nothing on this page follows a piece that goes on on another', () => {
  const text = [
    '新桥合龙两岸居民不',
    '再绕路',
    '',
    ...COUNCIL.slice(0, -1),
    '年收成。（下转第二版）',
    '',
    '河上的新桥昨天合龙，',
    '两岸居民不再绕路，往返只要',
    '五分钟。',
  ].join('\n')
  const { articles } = readPage({ file: 'page.txt', text })
  expect(articles.map(({ paragraphs }) => paragraphs.at(0)?.slice(0, 6))).toEqual([
    '全市春耕部署',
    '河上的新桥昨',
  ])
})

test('names that a lead leaves open at the end of a line are no byline of their own', () => {
  const text = [
    '新桥合龙两岸居民不再绕路',
    '',
    '新华社成都6月1日电',
    '（记者王小明、李芳、陈国',
    '华）河上的新桥昨天合龙，两',
    '岸居民不再绕路。',
  ].join('\n')
  expect(readPage({ file: 'page.txt', text }).articles).toMatchObject([
    { byline: ['王小明', '李芳', '陈国华'], dateline: '新华社成都6月1日电' },
  ])
})
