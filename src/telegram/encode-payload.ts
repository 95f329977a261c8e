import { Upload } from '../delivery/index.ts'

/** The body of a request, with its media type. */
export interface RequestBody {
  readonly type: string
  readonly bytes: Buffer
}

/**
 * Writes the payload of a call: as JSON, or as a form (multipart/form-data) if there is an {@link Upload} among its
 * fields. What is null or undefined is left out.
 */
export async function encodePayload(payload: object): Promise<RequestBody> {
  const fields = Object.entries(payload)
  if (!fields.some(([, value]) => value instanceof Upload))
    return {
      type: 'application/json',
      bytes: Buffer.from(JSON.stringify(payload, (_key, value: unknown) => value ?? undefined)),
    }
  const form = new FormData()
  for (const [name, value] of fields)
    if (value instanceof Upload) form.set(name, new File([value.content], value.name, { type: value.type }))
    else if (value !== undefined && value !== null)
      form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  const encoded = new Response(form)
  return {
    type: encoded.headers.get('content-type') ?? '',
    bytes: Buffer.from(await encoded.arrayBuffer()),
  }
}
