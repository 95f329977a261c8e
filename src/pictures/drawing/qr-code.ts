import type { SKRSContext2D } from '@napi-rs/canvas'
import { encode } from 'uqr'

/** White modules around a code that readers need (ISO/IEC 18004). */
const QUIET = 2

/**
 * Draws a QR code, dark on white in either palette: not all readers take one that is inverted.
 * @param side of the white square that it stands in, in pixels
 */
export function drawQrCode(context: SKRSContext2D, text: string, x: number, y: number, side: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = Math.floor(side / (size + 2 * QUIET))
  const margin = (side - module * size) / 2
  context.fillStyle = '#fff'
  context.beginPath()
  context.roundRect(x, y, side, side, 8)
  context.fill()
  context.fillStyle = '#111'
  data.forEach((row, at) =>
    row.forEach((isDark, column) => {
      if (isDark) context.fillRect(x + margin + column * module, y + margin + at * module, module, module)
    }),
  )
}
