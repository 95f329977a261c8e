/**
 * Makes pdf.js pass over the pixels of the pictures of a file of which nothing is drawn. It decodes each picture in JavaScript as it
 * meets it, some 50 ms for a photo of a megapixel, and offers no setting for it; but it looks at how many bits a colour has before, and
 * gives up the picture where that is not told. Where the picture stands is known by then. The name of that entry is overwritten: a
 * picture is a stream, and the dictionary of a stream is neither packed nor encrypted.
 * @param file as it lies in memory; it is changed
 */
export function leavePicturesUndecoded(file: Uint8Array): void {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  let at = bytes.indexOf(ENTRY)
  for (let looked = 0; at >= 0 && looked < MOST; looked++) {
    if (isOfPicture(bytes, at)) bytes.write(OTHER_ENTRY, at, 'latin1')
    at = bytes.indexOf(ENTRY, at + ENTRY.length)
  }
}

/** More pictures than a file of hundreds of pages has; any others are decoded. */
const MOST = 10_000

const ENTRY = '/BitsPerComponent'
/** As long, and known to nobody. */
const OTHER_ENTRY = '/BitsOfNoMeaning_'
/** In bytes: how far the ends of the dictionary are looked for. */
const FARTHEST = 2048

/** Whether an entry stands in the dictionary of a picture: shadings have it, too. */
function isOfPicture(bytes: Buffer, at: number): boolean {
  const before = bytes.toString('latin1', Math.max(0, at - FARTHEST), at)
  const behind = bytes.toString('latin1', at, at + FARTHEST)
  const start = before.lastIndexOf(' obj')
  const end = behind.indexOf('stream')
  return start >= 0 && end >= 0 && IS_PICTURE.test(before.slice(start) + behind.slice(0, end))
}

const IS_PICTURE = /\/Subtype\s{0,9}\/Image(?![A-Za-z])/u
