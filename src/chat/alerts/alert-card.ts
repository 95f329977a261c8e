import { unlessAway } from '../../search/index.ts'
import type { Alert } from '../../store/index.ts'
import type { Origin } from '../callback/origin.ts'
import { foresee } from '../orders/foresee.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { Message } from '../turn/reply.ts'
import { renderAlert } from '../views/alert-view.ts'

/** Alerts that a chat may have. */
export const MOST_ALERTS = 50

/** An alert as it is now, and what it would have told of. @param remarks sentences above that */
export const alertCard = async (
  parts: Parts,
  alert: Alert,
  { texts }: { readonly texts: Texts },
  { remarks = [], origin }: { readonly remarks?: readonly string[]; readonly origin?: Origin } = {},
): Promise<Message> =>
  renderAlert(
    alert,
    { foresight: await unlessAway(foresee(parts, alert.query), undefined), remarks, origin },
    texts,
  )
