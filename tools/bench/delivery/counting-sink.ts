import { createServer } from 'node:http'
import { listen } from '../../servers/listen.ts'

/** A sink that accepts every bezorging at once and records when each event first arrived. */
export async function startCountingSink() {
  const arrivals = new Map<string, number>()
  let wanted = Number.POSITIVE_INFINITY
  let reached = () => {}
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      response.writeHead(204).end()
      const id = body.slice(7, 43)
      if (!arrivals.has(id)) arrivals.set(id, performance.now())
      if (arrivals.size >= wanted) reached()
    })
  })
  return {
    url: `http://127.0.0.1:${await listen(server)}/webhooks`,
    arrivals,
    /** resolves when `count` different events have arrived */
    received: (count: number) =>
      new Promise<void>((resolve) => {
        wanted = count
        reached = resolve
        if (arrivals.size >= count) resolve()
      }),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
