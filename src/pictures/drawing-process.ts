// The process that draws pictures: see `picture-drawer.ts`.
import { serveOrders } from '../concurrency/index.ts'
import { drawPicture } from './draw-picture.ts'

serveOrders(drawPicture)
