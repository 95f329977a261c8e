import { type ApiOptions, createApiClient } from './api-client.ts'
import { nameFailure } from './bot-error.ts'

/**
 * The bot's name, as Telegram knows it by its token.
 * @throws {WrongTokenError | UnreachableError}
 */
export async function askUsername(api: ApiOptions): Promise<string> {
  try {
    const telegram = await createApiClient(api)
    return (await telegram.getMe()).username
  } catch (error) {
    throw nameFailure(error, api.apiRoot)
  }
}
