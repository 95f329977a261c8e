import type { Playground } from '../../src/playground/index.ts'

/** What came back from the Bot API, as it went over the wire. */
export interface WireAnswer {
  readonly status: number
  readonly ok: boolean
  readonly result?: unknown
  readonly error_code?: number
  readonly description?: string
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
}

/** Makes one call without any library, so that nothing is smoothed over. */
export async function callApi(
  { apiRoot, token }: Pick<Playground, 'apiRoot' | 'token'>,
  method: string,
  params: object = {},
  signal?: AbortSignal,
): Promise<WireAnswer> {
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
    ...(signal && { signal }),
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: every answer has Telegram's form
  return { status: response.status, ...((await response.json()) as Omit<WireAnswer, 'status'>) }
}
