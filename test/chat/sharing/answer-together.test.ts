import { expect, test } from 'vitest'
import { answerTogether } from '../../../src/chat/sharing/answer-together.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'

const asks = (query: string, offset = '') => ({ user: { id: 1 }, query, offset, bot: 'bot' })
const [chinese, english] = [textsOf('zh-Hans'), textsOf('en')]

test('what many ask at once is worked out once for each language and page, and anew after two seconds', async () => {
  let [now, times] = [0, 0]
  const inline = answerTogether(
    async ({ query }) => {
      times += 1
      return { cards: [], next: '', hint: `${query} ${times}` }
    },
    () => now,
  )
  const first = await inline(asks('成都'), chinese)
  expect(await inline(asks('成都'), chinese)).toBe(first)
  expect((await inline(asks('成都'), english)).hint).toBe('成都 2')
  expect((await inline(asks('成都', '15'), chinese)).hint).toBe('成都 3')
  expect((await inline(asks('北京'), chinese)).hint).toBe('北京 4')
  now = 2_000
  expect((await inline(asks('成都'), chinese)).hint).toBe('成都 5')
})

test('a failure is not kept', async () => {
  let isBroken = true
  const inline = answerTogether(
    () => (isBroken ? Promise.reject(new Error('locked')) : Promise.resolve({ cards: [], next: '' })),
    () => 0,
  )
  await expect(inline(asks('成都'), chinese)).rejects.toThrow('locked')
  isBroken = false
  expect(await inline(asks('成都'), chinese)).toEqual({ cards: [], next: '' })
})
