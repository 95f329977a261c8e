import { expect, test } from 'vitest'
import { Upload } from '../../src/delivery/index.ts'
import { encodePayload } from '../../src/telegram/encode-payload.ts'

test('a payload without a file is JSON, without what is null or undefined', async () => {
  const payload = {
    chat_id: 7,
    text: '报童',
    reply_markup: { keyboard: null, rows: 0 },
    none: undefined,
    off: false,
  }
  const { type, bytes } = await encodePayload(payload)
  expect(type).toBe('application/json')
  expect(JSON.parse(bytes.toString())).toEqual({
    chat_id: 7,
    text: '报童',
    reply_markup: { rows: 0 },
    off: false,
  })
})

test('a payload with a file is a form: text as it is, all else as JSON, and nothing of what is null or undefined', async () => {
  const { type, bytes } = await encodePayload({
    chat_id: 7,
    caption: '“报童”',
    show: false,
    reply_markup: { rows: [] },
    none: undefined,
    nothing: null,
    photo: new Upload('卡片.png', 'image/png', new Uint8Array([137, 80, 0, 255])),
  })
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const { photo, ...fields } = Object.fromEntries(form)
  expect(fields).toEqual({ chat_id: '7', caption: '“报童”', show: 'false', reply_markup: '{"rows":[]}' })
  if (!(photo instanceof File)) throw new Error('no file came')
  expect([photo.name, photo.type]).toEqual(['卡片.png', 'image/png'])
  expect([...new Uint8Array(await photo.arrayBuffer())]).toEqual([137, 80, 0, 255])
})
