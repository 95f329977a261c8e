import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const section = (subject: string): string => `
近年来，${subject}在全县各乡镇
陆续展开，当地干部群众说，${subject}
让村里的日子一天比一天好过，外出
的年轻人也回来了。`

test('an introduction in a box behind the headline opens the article that begins with a section title', () => {
  const page = readPage({
    file: 'a.txt',
    text: `
修好山路
方便茶农出门卖茶
${section('修路')}

种好茶树
带动全村增收致富
${section('种茶')}

管好河水
守住两岸青山绿水
${section('管水')}

本报记者 李明

山乡变了样 村民怎么说？

日前，县里召开座谈会，修路、种茶、
管水的村民代表谈了三年来的变化。

本报讯（本报记者 王强）昨日，市图书
馆新馆开馆，市民可以免费借书。

市图书馆新馆开馆
`,
  })
  expect(page.articles).toHaveLength(2)
  expect(page.articles[0]?.headline).toBe('山乡变了样 村民怎么说？')
  expect(page.articles[0]?.paragraphs[0]).toMatch(/^日前，县里召开座谈会/)
  expect(page.articles[0]?.subheads.map(({ before }) => before)).toEqual([1, 2, 3])
})

test('the section whose title is left over stands first in the file', () => {
  const page = readPage({
    file: 'a.txt',
    text: `${section('看病')}
本报记者 李明

座谈会上，村民代表谈了三年来的变化，
大家最关心的是路、茶、水和医院。

如何修好山路？
统筹推进修路和护林
${section('修路')}

如何种好茶树？
统筹推进种茶和卖茶
${section('种茶')}

如何管好河水？
统筹推进管水和用水

如何办好医院？
统筹推进看病和防病

山乡变化大 村民谈心声
`,
  })
  expect(page.articles).toHaveLength(1)
  expect(page.articles[0]).toMatchObject({ headline: '山乡变化大 村民谈心声', byline: ['李明'] })
  expect(page.articles[0]?.paragraphs.at(-1)).toMatch(/看病/)
})
