import type { Subscription } from '../../src/store/index.ts'

/** Every day at eight in Shanghai, all topics; a test names only what it is about. */
export const aSubscription = (given: Partial<Subscription> = {}): Subscription => ({
  chatId: 7,
  time: '08:00',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  timeZone: 'Asia/Shanghai',
  topics: [],
  length: 'normal',
  skipWhenEmpty: false,
  ...given,
})
