// A thread that reads pages: see `reading-threads.ts`.
import { parentPort } from 'node:worker_threads'
import { answerOrders } from './answer-orders.ts'

if (parentPort) answerOrders(parentPort)
