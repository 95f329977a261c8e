/** What chats are sent unasked: digests, alerts and notices to the operators, through one outbox. */
export { type AlertMatcherParts, matchAlerts } from './match-alerts.ts'
export { type MissingFilesNews, notifyMissingFiles } from './notify-missing-files.ts'
export { notifyOfChannels } from './notify-of-channels.ts'
export { notifyOfOutages, type OutageNotices } from './notify-of-outages.ts'
export { notifyOfSearchServer, type SearchServerNotices } from './notify-of-search-server.ts'
export { notifyOfWaits } from './notify-of-waits.ts'
export type { Operators } from './operators.ts'
export { type Outbound, type OutboundParts, openOutbound } from './outbound.ts'
