import { expect, test } from 'vitest'
import { pickExamples, rememberExamples } from '../../../src/chat/commands/examples.ts'
import type { SearchEngine } from '../../../src/search/index.ts'
import { anArticle } from '../../support/articles.ts'
import { openConversation } from '../../support/conversation.ts'

const about = (topic: string) =>
  anArticle({ headline: `${topic}昨天开幕`, paragraphs: [`${topic}。`.repeat(5)] })

test('examples are picked once for all who ask, and anew when the archive has grown or after ten minutes', async () => {
  const { store, search, arrive } = await openConversation([about('大学生')])
  let [searches, now] = [0, 0]
  const counting: SearchEngine = new Proxy(search, {
    get: (target, name) => {
      if (name === 'search') searches += 1
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const examplesOf = rememberExamples({ archive: store.archive, search: counting, monotonicNow: () => now })
  const [first, same] = await Promise.all([examplesOf(), examplesOf()])
  expect(first).toEqual(['大学生'])
  expect(same).toBe(first)
  const once = searches
  expect(once).toBeGreaterThan(0)
  now = 599_000
  await examplesOf()
  expect(searches).toBe(once)
  now = 601_000
  await examplesOf()
  expect(searches).toBeGreaterThan(once)
  await arrive([about('共和国')])
  expect(await examplesOf()).toContain('共和国')
})

test('a failure is told to who waits, and not kept for others', async () => {
  const { store, search } = await openConversation([about('大学生')])
  let isDown = true
  const archive = new Proxy(store.archive, {
    get: (target, name) => {
      if (name === 'browse' && isDown) return () => Promise.reject(new Error('the disk is away'))
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const examplesOf = rememberExamples({ archive, search, monotonicNow: () => 0 })
  await expect(examplesOf()).rejects.toThrow('the disk is away')
  isDown = false
  expect(await examplesOf()).toEqual(['大学生'])
})

test('every other example has a second word, one that the text repeats', async () => {
  const { store, search } = await openConversation([
    anArticle({ headline: '共和国今日开放', paragraphs: ['共和国。'.repeat(9)] }),
    anArticle({ headline: '大学生比赛昨天开幕', paragraphs: ['大学生比赛，大学生比赛，大学生。'] }),
  ])
  expect(await pickExamples(store.archive, search, 4)).toEqual(['共和国', '大学生 比赛'])
})

test('a word that the text says once stands beside no other', async () => {
  const { store, search } = await openConversation([
    anArticle({ headline: '共和国明天开放', paragraphs: ['共和国。'.repeat(9)] }),
    anArticle({ headline: '大学生今日比赛', paragraphs: ['大学生，大学生。今日比赛。'] }),
  ])
  expect(await pickExamples(store.archive, search, 2)).toEqual(['共和国', '大学生'])
})
