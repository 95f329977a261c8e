import { weekdayOf } from '../../src/domain/index.ts'
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

/** Due since noon of a day in Greenwich, and not again for a week. @param day `YYYY-MM-DD` */
export const dueOn = (day: string, chatId: number): Subscription =>
  aSubscription({
    chatId,
    time: '12:00',
    weekdays: [weekdayOf(day)],
    timeZone: 'UTC',
    length: 'short',
  })
