import { writeFileSync } from 'node:fs'

const PLACES = ['江城', '山城', '河口', '湖州', '海门', '桥头', '林场', '石镇']
const THINGS = ['大桥', '地铁', '图书馆', '医院', '果园', '码头', '学校', '电厂', '公园', '车站']
const DEEDS = ['建成', '扩建', '开工', '验收', '改造', '迁址', '开放', '招标']
const DAY_MS = 24 * 3600_000

/** Writes so many articles as JSON Lines, a hundred a day, of some 900 characters each. */
export function writeArticles(file: string, count: number): void {
  const lines = Array.from({ length: count }, (_, n) => {
    const pick = (list: readonly string[], at: number) => list[Math.floor(n / at) % list.length] ?? ''
    const place = pick(PLACES, 1)
    const subject = `${place}${pick(THINGS, 8)}${n}号工程`
    const sentence = (at: number) =>
      `${subject}第${at + 1}标段由${pick(PLACES, 3)}方面承担，${pick(THINGS, 5)}与${pick(THINGS, 11)}相连，预计明年${pick(DEEDS, at + 2)}。`
    const paragraph = (at: number) => [0, 1, 2, 3].map((it) => sentence(at * 4 + it)).join('')
    return JSON.stringify({
      headline: `${subject}${pick(DEEDS, 80)}`,
      body: [0, 1, 2, 3, 4].map(paragraph).join('\n'),
      date: new Date(Date.UTC(2024, 0, 1) + Math.floor(n / 100) * DAY_MS).toISOString().slice(0, 10),
      paper: '江城日报',
      page: `0${1 + (Math.floor(n / 12) % 8)}`,
    })
  })
  writeFileSync(file, lines.join('\n'))
}
