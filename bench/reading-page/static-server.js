// Serves the files of a folder, with their hash of size and time, and nothing else: what any static file server does.
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'

const [, , folder = ''] = process.argv
const server = createServer((request, response) => {
  void serve(join(folder, (request.url ?? '').replace(/[^\w.]/g, '')), request, response)
})

async function serve(path, request, response) {
  const file = await open(path)
  try {
    const { size, mtimeMs } = await file.stat()
    const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end()
    response.writeHead(200, { etag, 'content-type': 'text/html; charset=utf-8', 'content-length': size })
    response.end(await file.readFile())
  } finally {
    await file.close()
  }
}

server.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
