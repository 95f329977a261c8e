/** The content of a page has some MB, a picture that is worth decoding some more. */
const MOST_BYTES = 64 * 2 ** 20

const original = globalThis.DecompressionStream

/**
 * A `DecompressionStream` that fails where more comes out than any page needs: a file of some MB may unpack to as many GB.
 */
export class LimitedDecompressionStream {
  readonly readable: InstanceType<typeof original>['readable']
  readonly writable: InstanceType<typeof original>['writable']
  constructor(format: ConstructorParameters<typeof original>[0]) {
    const whole = new original(format)
    let bytes = 0
    this.writable = whole.writable
    this.readable = whole.readable.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          bytes += chunk.length
          if (bytes > MOST_BYTES) controller.error(new RangeError('it unpacks to more than a page needs'))
          else controller.enqueue(chunk)
        },
      }),
    )
  }
}

/**
 * Bounds what pdf.js unpacks at once, for which it offers no setting: it takes the global of this name. Where that fails it unpacks
 * bit by bit by its own means, as far as operations are read, and those are counted.
 */
export function limitUnpacking(): void {
  globalThis.DecompressionStream = LimitedDecompressionStream
}
