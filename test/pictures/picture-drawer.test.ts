import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { drawPicture, openPictureDrawer, type Picture } from '../../src/pictures/index.ts'

const aCard = (headline: string): Picture => ({
  kind: 'card',
  headline,
  paragraphs: [{ text: '报童沿街走了很远的路。', marks: [[0, 2]] }],
  source: ['街角日报'],
  sender: [],
  isDark: false,
  isSquare: false,
})

test('a process draws what is drawn here, orders in any number, and begins anew after it has rested', async () => {
  const drawer = openPictureDrawer(50)
  onTestFinished(() => drawer.close())
  const [one, two] = await Promise.all([drawer.draw(aCard('一')), drawer.draw(aCard('二'))])
  expect(Buffer.compare(one, await drawPicture(aCard('一')))).toBe(0)
  expect(Buffer.compare(two, await drawPicture(aCard('二')))).toBe(0)
  await sleep(200)
  expect(Buffer.compare(await drawer.draw(aCard('一')), one)).toBe(0)
})

test('what cannot be drawn is told, and the next picture is drawn', async () => {
  const drawer = openPictureDrawer()
  onTestFinished(() => drawer.close())
  const broken = { ...aCard('一'), paragraphs: undefined } as unknown as Picture
  await expect(drawer.draw(broken)).rejects.toThrow(/paragraphs|undefined/)
  expect((await drawer.draw(aCard('二'))).length).toBeGreaterThan(1000)
})
