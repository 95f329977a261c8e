import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTimeZone, readTime, readTimeZone } from '../../../src/digest/index.ts'
import { CITIES } from '../../../src/digest/schedule/cities.ts'

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
  ['八点半', '08:30'],
  ['三点', '03:00'],
  ['二十三点五十九分', '23:59'],
  ['八点零五', '08:05'],
  ['晚上八点', '20:00'],
  ['早上 7:30', '07:30'],
  ['下午3點', '15:00'],
  ['晚上20点', '20:00'],
  ['晚上12点', '00:00'],
  ['中午12点', '12:00'],
  ['中午1点', '13:00'],
  ['中午3点', '15:00'],
  ['中午11点半', '11:30'],
  ['下午1点', '13:00'],
  ['傍晚4点', '16:00'],
  ['下午11点', '23:00'],
  ['晚上5点', '17:00'],
  ['晚上4点', '04:00'],
  ['夜里6点', '18:00'],
  ['夜里5点', '05:00'],
  ['8pm', '20:00'],
  ['8:30 AM', '08:30'],
  ['12am', '00:00'],
  ['1am', '01:00'],
  ['1pm', '13:00'],
  ['11pm', '23:00'],
  ['12pm', '12:00'],
  ['13pm', undefined],
  ['二三点', undefined],
  ['八', undefined],
  ['晚上25点', undefined],
  ['24:00', undefined],
  ['25:99', undefined],
  ['二十三点', '23:00'],
  ['两点零五', '02:05'],
  ['十点十分', '10:10'],
  ['两三点', undefined],
  ['整点', undefined],
  ['8点整', '08:00'],
  ['零点', '00:00'],
  ['0pm', undefined],
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

const SUMMER = Date.parse('2024-06-08T00:00Z')

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['上海', 'Asia/Shanghai'],
  ['北京', 'Asia/Shanghai'],
  ['廣州', 'Asia/Shanghai'],
  ['臺北', 'Asia/Taipei'],
  ['東京', 'Asia/Tokyo'],
  ['成都市', 'Asia/Shanghai'],
  ['紐約', 'America/New_York'],
  ['ｔｏｋｙｏ', 'Asia/Tokyo'],
  ['new york', 'America/New_York'],
  ['Asia/Beijing', undefined],
])('the place %j has the zone %s', (text, zone) => {
  expect(findTimeZone(text, SUMMER).zone).toBe(zone)
})

test.each([
  ['Asia/Beijing', ['Asia/Shanghai']],
  ['Asia/Shanhai', ['Asia/Shanghai']],
  ['Europe/Berln', ['Europe/Berlin']],
  ['美国纽约', ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']],
  ['美国', ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']],
  // The longer name says more, and no more than four are offered.
  ['美国洛杉矶', ['America/Los_Angeles', 'America/New_York', 'America/Chicago', 'America/Denver']],
  ['美国东京', ['Asia/Tokyo', 'America/New_York', 'America/Chicago', 'America/Denver']],
  // Two characters too many for so short a name.
  ['火星京', []],
  ['UTC+8', ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore']],
  ['东八区', ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore']],
  ['+25:00', []],
  ['火星', []],
  ['Mars/Olympus', []],
  ['', []],
  ['👩‍🚀<b>', []],
])('for the place %j these zones are offered: %j', (text, near) => {
  expect(findTimeZone(text, SUMMER)).toEqual({ near })
})

const EIGHT = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore']
test.each([
  ['+8', EIGHT],
  ['+08', EIGHT],
  ['+0800', EIGHT],
  ['+08:00', EIGHT],
  ['GMT+8', EIGHT],
  ['utc +08:00', EIGHT],
  ['UTC+10', ['Australia/Sydney']],
  ['UTC-7', ['America/Los_Angeles']],
  ['西七区', ['America/Los_Angeles']],
  ['东十区', ['Australia/Sydney']],
  ['UTC+8:15', []],
  ['UTC+8点', []],
  ['公元UTC+8', []],
  ['UTC8', []],
  ['东十三区', []],
  ['东零区', []],
])('the offset %s is that of %j', (text, zones) => {
  expect(findTimeZone(text, SUMMER).near.slice(0, zones.length || 4)).toEqual(zones)
})

test('an offset may end within an hour', () => {
  // It was renamed.
  expect(findTimeZone('+5:45', SUMMER).near[0]).toMatch(/^Asia\/Kath?mandu$/)
  expect(findTimeZone('UTC-2:30', SUMMER).near).toEqual(['America/St_Johns'])
})

test('every place that is known has zones that there are, and any text is looked for', () => {
  for (const [name, zones] of CITIES) {
    expect(findTimeZone(name, SUMMER)).toEqual(
      zones.length === 1 ? { zone: zones[0], near: [] } : { near: zones },
    )
    for (const zone of zones) expect(readTimeZone(zone)).toBeDefined()
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      expect(findTimeZone(text, SUMMER).near.length).toBeLessThanOrEqual(4)
    }),
  )
})

test('every zone of the world can be named', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(readTimeZone(zone.toLowerCase())).toBe(zone)
})
