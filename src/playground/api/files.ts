import { createHash } from 'node:crypto'
import { type Params, readText, UploadedFile } from '../rules/fields.ts'
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

/**
 * An uploaded file, or one that was uploaded before. The playground fetches nothing from elsewhere.
 * @param given the file, its `file_id`, or `attach://` with the name of the field that it is in
 * @throws {Refusal}
 */
export function readFile(scene: Scene, params: Params, kind: 'photo' | 'document', given: unknown): ApiFile {
  if (given instanceof UploadedFile) return storeFile(scene, given, kind)
  const reference = typeof given === 'string' ? given : ''
  if (reference === '') throw badRequest(`there is no ${kind} in the request`)
  const attached = reference.startsWith('attach://') ? params[reference.slice(9)] : undefined
  if (attached instanceof UploadedFile) return storeFile(scene, attached, kind)
  if (/^https?:/.test(reference)) throw badRequest('failed to get HTTP URL content')
  const known = scene.files.get(reference)
  if (known === undefined)
    throw badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
  // A document cannot be sent as a photo by its id, nor the other way round (Bot API, “Sending files”).
  if (!known.path.startsWith(kind)) throw badRequest('type of file mismatch')
  return known.file
}

/** `getFile` of the Bot API. @throws {Refusal} in the words of Telegram */
export function getFile(scene: Scene, params: Params) {
  const stored = scene.files.get(readText(params, 'file_id'))
  if (stored === undefined) throw badRequest('invalid file_id')
  const { file_id, file_unique_id, file_size } = stored.file
  return { file_id, file_unique_id, file_size, file_path: stored.path }
}
