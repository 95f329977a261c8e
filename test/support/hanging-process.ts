import { createLogger, onEndRequest } from '../../src/ops/index.ts'

// A process that is asked to end, and never does.
const log = createLogger('info')
onEndRequest(() => new Promise(() => {}), log)
setInterval(() => {}, 1_000)
log.info({}, 'waiting')
