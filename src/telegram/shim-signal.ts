import type { Telegram } from 'telegraf'

/** Telegraf names the type of a shim for old versions of Node, which lacks some of what Node's own signals have. */
type ShimSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>

/** Node's own signal, under the name that Telegraf has for it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: `JsonClient` turns it back
export const toShimSignal = (signal: AbortSignal): ShimSignal => signal as unknown as ShimSignal

/** A signal that {@link toShimSignal} made, as what it is. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: all signals here are Node's own
export const ofShimSignal = (signal: ShimSignal): AbortSignal => signal as unknown as AbortSignal
