import { connect, type Socket } from 'node:net'

// A process with many open pages. Each is what a browser's EventSource is to a server: it comes back after the time
// that the server gave last, from the number that it was told last. Tells its parent when all are connected, and when
// all have heard of a change.

const [port = '', maxPerSecond = ''] = process.argv.slice(2)
const FIRST_RETRY_MS = 3_000

type Page = { cookie: string; id: string; retryMs: number; connectedAt: number; wasTold: boolean }
export type Report = { connected: number[] } | { told: number[] }

const pages: Page[] = []
let connected = 0
let toldAt: number[] = []

const now = () => performance.timeOrigin + performance.now()
const report = (message: Report) => process.send?.(message)

function open(page: Page) {
  const socket: Socket = connect(Number(port), '127.0.0.1', () => {
    const from = page.id && `Last-Event-ID: ${page.id}\r\n`
    const head = `GET /api/publieksportaal/live HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${page.cookie}\r\n`
    socket.write(`${head}${from}Accept: text/event-stream\r\n\r\n`)
  })
  let isConnected = false
  socket.setEncoding('utf8').on('data', (text: string) => {
    if (!isConnected && text.startsWith('HTTP/1.1 200')) {
      isConnected = true
      page.connectedAt = now()
      connected += 1
      if (connected === pages.length) report({ connected: pages.map(({ connectedAt }) => connectedAt) })
    }
    page.retryMs = Number(/^retry: (\d+)$/m.exec(text)?.[1] ?? page.retryMs)
    page.id = [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? page.id
    if (!text.includes('"zaakId"') || page.wasTold) return
    page.wasTold = true
    toldAt.push(now())
    if (toldAt.length === pages.length) report({ told: toldAt })
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    if (isConnected) connected -= 1
    setTimeout(() => open(page), page.retryMs)
  })
}

process.on('message', async (message: { cookies: string[] } | 'listen') => {
  if (message === 'listen') {
    toldAt = []
    for (const page of pages) page.wasTold = false
    return
  }
  for (const cookie of message.cookies) {
    pages.push({ cookie, id: '', retryMs: FIRST_RETRY_MS, connectedAt: 0, wasTold: false })
  }
  for (const [index, page] of pages.entries()) setTimeout(() => open(page), (index / Number(maxPerSecond)) * 1000)
})
process.on('disconnect', () => process.exit(0))
