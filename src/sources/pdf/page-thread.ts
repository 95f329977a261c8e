// The thread that draws pages of PDF files: see `page-drawer.ts`.
import { readFile } from 'node:fs/promises'
import { serveOrders } from '../../concurrency/index.ts'
import { openDrawing } from './open-drawing.ts'
import type { PageOrder } from './page-drawer.ts'

serveOrders(async ({ path, drawing }: PageOrder) => {
  const pages = await openDrawing(new Uint8Array(await readFile(path)))
  try {
    return await pages.draw(drawing)
  } finally {
    await pages.close()
  }
})
