/** A file that travels with a call, as the value of a field of its payload. A payload with one is sent as a form. */
export class Upload {
  /** With its ending. */
  readonly name: string
  /** Media type, for example `image/png`. */
  readonly type: string
  readonly content: string | Uint8Array<ArrayBuffer>

  constructor(name: string, type: string, content: string | Uint8Array<ArrayBuffer>) {
    this.name = name
    this.type = type
    this.content = content
  }
}
