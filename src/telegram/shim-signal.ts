import type { Telegram } from 'telegraf'

/** Telegraf names the type of a shim for old versions of Node, which lacks some of what Node's own signals have. */
type ShimSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>

/** Node's own signal, under the name that Telegraf has for it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: node-fetch takes Node's signals
export const toShimSignal = (signal: AbortSignal): ShimSignal => signal as unknown as ShimSignal
