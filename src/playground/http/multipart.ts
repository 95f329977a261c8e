import { UploadedFile } from '../rules/fields.ts'

/** Reads a `multipart/form-data` body; parts without a name are passed over. */
export function readMultipart(body: Buffer, boundary: string): Record<string, string | UploadedFile> {
  const fields: Record<string, string | UploadedFile> = {}
  const delimiter = Buffer.from(`--${boundary}`)
  let start = body.indexOf(delimiter)
  while (start >= 0) {
    const next = body.indexOf(delimiter, start + delimiter.length)
    if (next < 0) break
    // A part stands between the line break after its delimiter and the one before the next.
    readPart(body.subarray(start + delimiter.length + 2, next - 2), fields)
    start = next
  }
  return fields
}

function readPart(part: Buffer, fields: Record<string, string | UploadedFile>): void {
  const blank = part.indexOf('\r\n\r\n')
  if (blank < 0) return
  const head = part.subarray(0, blank).toString()
  const content = part.subarray(blank + 4)
  const disposition = /^content-disposition:.*$/im.exec(head)?.[0] ?? ''
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1]
  const fileName = /filename="([^"]*)"/i.exec(disposition)?.[1]
  const mimeType = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream'
  if (name === undefined) return
  fields[name] =
    fileName === undefined ? content.toString() : new UploadedFile(fileName, mimeType, Buffer.from(content))
}
