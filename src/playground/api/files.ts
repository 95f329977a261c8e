import { createHash } from 'node:crypto'
import { type Params, readText, type UploadedFile } from '../rules/fields.ts'
import { readImageSize } from '../rules/image-size.ts'
import { badRequest } from '../rules/refusal.ts'
import type { ApiFile } from '../world/message.ts'
import type { Scene } from '../world/scene.ts'

/** Bot API, “Sending files”: 10 MB for photos, 50 MB for other files. */
const LIMIT_BYTES = { photo: 10 * 2 ** 20, document: 50 * 2 ** 20 }
/** Bot API, sendPhoto: “width and height must not exceed 10000 in total … ratio must be at most 20”. */
const SIDES_LIMIT = 10_000
const RATIO_LIMIT = 20

/** Keeps an uploaded file under a name made from its content. @throws {Refusal} */
export function storeFile(scene: Scene, upload: UploadedFile, kind: 'photo' | 'document'): ApiFile {
  const { bytes, name, mimeType } = upload
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (bytes.length > LIMIT_BYTES[kind]) throw badRequest(`file is too big for a ${kind}`)
  const hash = createHash('sha256').update(kind).update(bytes).digest('base64url')
  const basics = { file_id: `pb${hash}`, file_unique_id: hash.slice(0, 15), file_size: bytes.length }
  const file: ApiFile =
    kind === 'photo'
      ? { ...basics, ...readPhotoSize(bytes) }
      : { ...basics, file_name: name, mime_type: mimeType }
  scene.files.set(file.file_id, { file, bytes, mimeType, path: `${kind}s/${file.file_unique_id}` })
  return file
}

function readPhotoSize(bytes: Buffer): { width: number; height: number } {
  const size = readImageSize(bytes)
  if (size === undefined) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  const isExtreme = Math.max(width, height) > RATIO_LIMIT * Math.min(width, height)
  if (width + height > SIDES_LIMIT || isExtreme) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return size
}

/** `getFile` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getFile(scene: Scene, params: Params) {
  const stored = scene.files.get(readText(params, 'file_id'))
  if (stored === undefined) throw badRequest('invalid file_id')
  const { file_id, file_unique_id, file_size } = stored.file
  return { file_id, file_unique_id, file_size, file_path: stored.path }
}
