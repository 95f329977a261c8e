import { expect, test } from 'vitest'
import { readMhtml } from '../../src/sources/index.ts'

const page = (text: string) =>
  `<html><head><title>x</title></head><body><article><h1>新桥今日合龙</h1><p>${text}</p></article></body></html>`
const TEXT = '2026年7月18日，横跨大河的新桥合龙，两岸居民不再绕路。'

/** As Chromium saves a page with a frame and a picture. */
function archive(bytes: Buffer, charset: string): Buffer {
  const part = (type: string, body: Buffer) =>
    `--B\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://a.example/\r\n\r\n${body.toString('base64')}\r\n`
  return Buffer.from(
    [
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n',
      part(`text/html; charset=${charset}`, bytes),
      part('text/html', Buffer.from(page('这是广告框里的一段话，不是报道。'))),
      part('image/png', Buffer.from('x')),
      '--B--\r\n',
    ].join(''),
  )
}

test.each([
  ['UTF-8', archive(Buffer.from(page(TEXT)), 'utf-8')],
  ['UTF-16', archive(Buffer.from(page(TEXT), 'utf16le'), 'utf-16le')],
])('the page of a web archive in %s is read, and its frames are not', async (_case, bytes) => {
  expect(await readMhtml('a.mhtml', bytes)).toMatchObject({
    form: 'mhtml',
    articles: [{ headline: '新桥今日合龙', body: [{ text: TEXT }] }],
  })
})

test('an archive without a page gives nothing', async () => {
  expect(await readMhtml('a.mhtml', Buffer.from('Content-Type: image/png\r\n\r\nx'))).toBeUndefined()
})
