import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTime, readTimeZone } from '../../../src/digest/index.ts'

test.each([
  ['8:00', '08:00'],
  [' 08:05 ', '08:05'],
  ['0730', '07:30'],
  ['２３：５９', '23:59'],
  ['8点', '08:00'],
  ['8點半', '08:30'],
  ['20时15分', '20:15'],
  ['7点5', '07:05'],
  ['00:00', '00:00'],
  ['24:00', undefined],
  ['25:99', undefined],
  ['8:60', undefined],
  ['8', undefined],
  ['800', undefined],
  ['8:0', undefined],
  ['8点半30分', undefined],
  ['-8:00', undefined],
  ['', undefined],
])('the time %j is %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})

test('every time of the day is read as it is written', () => {
  fc.assert(
    fc.property(fc.nat({ max: 23 }), fc.nat({ max: 59 }), (hours, minutes) => {
      const time = `${hours}`.padStart(2, '0') + `:${`${minutes}`.padStart(2, '0')}`
      expect(readTime(time)).toBe(time)
      expect(readTime(time.replace(':', ''))).toBe(time)
    }),
  )
})

test.each([
  ['Asia/Shanghai', 'Asia/Shanghai'],
  [' asia/shanghai ', 'Asia/Shanghai'],
  ['EUROPE/BERLIN', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['Mars/Olympus', undefined],
  ['+08:00', undefined],
  ['北京', undefined],
  ['', undefined],
])('the zone %j is %s', (text, zone) => {
  expect(readTimeZone(text)).toBe(zone)
})

test('every zone of the world can be named', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(readTimeZone(zone.toLowerCase())).toBe(zone)
})
