/** What operators and their tools see of a running bot: `/health/live`, `/health/ready`, `/metrics`. */
export { Metrics } from './metrics.ts'
export { observeApi, observeConversation, observeOutbox } from './observe.ts'
export { OpsPortError, type OpsServer, openOpsServer } from './ops-server.ts'
export type { State } from './state.ts'
