// Where a thread that reads pages begins. Threads start from JavaScript: Node 20 loads no TypeScript file as their
// first, and what loads the others must be registered in each thread anew.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { answerOrders } = await import('./answer-orders.ts')
answerOrders(parentPort)
