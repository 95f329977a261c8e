/** The code points of a stretch of text, in arrays that are used again for the next one. */
export class CodePoints {
  points = new Int32Array(1024)
  /** Where each begins in the text, in UTF-16 units; one more tells where the last one ends. */
  units = new Int32Array(1024)
  count = 0

  read(text: string, from: number, to: number): void {
    if (to - from >= this.points.length) {
      this.points = new Int32Array(2 * (to - from))
      this.units = new Int32Array(2 * (to - from))
    }
    this.count = 0
    for (let at = from; at < to; this.count++) {
      const point = text.codePointAt(at) ?? 0
      this.points[this.count] = point
      this.units[this.count] = at
      at += point > 0xffff ? 2 : 1
    }
    this.units[this.count] = to
  }
}
