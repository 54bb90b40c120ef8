import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { readTransport } from '#lib/platform/web-server/read-transport.ts'
import { sendResponse } from '#lib/platform/web-server/send-response.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { openLiveStream } from '#lib/publieksportaal/live/open-live-stream.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import { startPortal } from '#lib/publieksportaal/start-portal.ts'

// The portal's part of a web process, as in scripts/web.ts but without Next.js between the server and the use
// cases: the webhook, and at /live the stream of the burger and sessie in the query. Sends its port to the
// parent process.

const ctx = createPublieksportaalContext(readPublieksportaalEnv(process.env))
const { live } = await startPortal(ctx)

async function answer(message: IncomingMessage, gone: AbortSignal): Promise<Response> {
  const { method = '', url = '' } = message
  const { pathname, searchParams } = new URL(url, ctx.env.PUBLIEKSPORTAAL_URL)
  if (pathname === '/live') {
    const [burgerId, sessieId] = [searchParams.get('burger') ?? '', searchParams.get('sessie') ?? '']
    const opened = openLiveStream(ctx, live, { burgerId, sessieId, lastEventId: undefined, signal: gone })
    if (!opened.ok) return new Response(null, { status: 429 })
    return new Response(opened.stream, { headers: { 'Content-Type': 'text/event-stream' } })
  }
  const body = new Uint8Array(Buffer.concat(await message.toArray()))
  const headers = message.headers as Record<string, string>
  return handleWebhook(ctx, new Request(`${ctx.env.PUBLIEKSPORTAAL_URL}${url}`, { method, headers, body }))
}

async function serve(message: IncomingMessage, response: ServerResponse) {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  await sendResponse(response, await answer(message, gone.signal))
}

const server = createWebServer(readTransport({ DEMO: '1' }), serve)
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit(0))
