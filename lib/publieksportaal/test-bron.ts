import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { v7 as uuidv7 } from 'uuid'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { Clock } from '#lib/platform/clock.ts'
import { createTestSender } from '#lib/proof/test-sender.ts'
import { listen } from '#tools/servers/listen.ts'

export const SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'
export const ORIGIN = 'zaaksysteem.test'
export const SINK = 'http://localhost:3000/api/publieksportaal/webhooks'

export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

/** Starts a bron that answers over HTTP as a zaaksysteem: its JWK set, and `answers` by method and path. */
export async function startTestBron({ clock = () => new Date() }: { clock?: Clock } = {}) {
  const sender = await createTestSender({ source: SOURCE, sink: SINK, clock })
  const answers = new Map<string, (request: IncomingMessage, body: string, bytes: Buffer) => Answer | Promise<Answer>>()
  const requests: { method: string; url: string; authorization: string | undefined; body: string }[] = []
  answers.set('GET /jwks.json', () => ({ status: 200, body: { keys: sender.jwks } }))
  answers.set('GET /v1/gebeurtenissen', () => ({ status: 200, body: [], headers: { 'Hoogste-Sequence': '0' } }))

  const server = createServer(async (request, response) => {
    const bytes = Buffer.concat(await request.toArray())
    const body = bytes.toString()
    const { method = '', url = '' } = request
    requests.push({ method, url, authorization: request.headers.authorization, body })
    const answer = answers.get(`${method} ${url}`) ?? answers.get(`${method} ${url.split('?')[0]}`)
    const wanted = new URL(url, base).searchParams.get('uuids')
    if (answer) send(response, await answer(request, body, bytes))
    else if (wanted) send(response, { status: 200, body: await zakenOf(wanted.split(','), request) })
    else send(response, { status: 404 })
  })
  /** Collects the answers of `GET /v1/zaken/{uuid}`; leaves out unknown zaken. */
  async function zakenOf(uuids: string[], request: IncomingMessage) {
    const found = uuids.flatMap((uuid) => answers.get(`GET /v1/zaken/${uuid}`) ?? [])
    return {
      zaken: await Promise.all(found.map(async (answer) => (await answer(request, '', Buffer.alloc(0))).body)),
      volgende: null,
    }
  }
  const base = `http://127.0.0.1:${await listen(server)}`
  const api = `${base}/v1`

  return {
    base,
    api,
    ...sender,
    requests,
    answers,
    /** the environment of a portal that accepts this bron */
    env: {
      PUBLIEKSPORTAAL_BRON_ORIGIN: ORIGIN,
      PUBLIEKSPORTAAL_BRON_JWKS_URL: `${base}/jwks.json`,
      PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: api,
    },
    /** sends a bezorging with a valid token, unless `token` is given */
    async deliver(
      event: object | string | Buffer,
      { headers = {}, token }: { headers?: Record<string, string>; token?: string } = {},
    ): Promise<Request> {
      const body = typeof event === 'string' || Buffer.isBuffer(event) ? event : JSON.stringify(event)
      return bezorgingRequest(body, { Authorization: `Bearer ${token ?? (await sender.sign(body))}`, ...headers })
    },
    serveZaak(zaak: ZaakResource) {
      answers.set(`GET /v1/zaken/${zaak.uuid}`, () => ({ status: 200, body: zaak }))
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type TestBron = Awaited<ReturnType<typeof startTestBron>>

/** Returns the request of a bezorging; a header set to '' is left out. */
export function bezorgingRequest(body: string | Buffer, headers: Record<string, string> = {}): Request {
  const all = new Headers({ 'Content-Type': EVENT_CONTENT_TYPE, 'WebHook-Request-Origin': ORIGIN })
  for (const [name, value] of Object.entries(headers)) {
    if (value === '') all.delete(name)
    else all.set(name, value)
  }
  return new Request(SINK, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers: all })
}

function send(response: ServerResponse, { status, body, headers }: Answer) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}))
}

/** Returns an event of an unknown zaak. */
export const newEvent = () => statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'a', nieuweStatus: 'b', sequence: 1 })

export function statusGewijzigd(change: {
  zaakId: string
  oudeStatus: string
  nieuweStatus: string
  sequence: number
  volledigeversie?: number
  id?: string
}) {
  const { zaakId, oudeStatus, nieuweStatus, sequence, volledigeversie, id = uuidv7() } = change
  return {
    specversion: '1.0',
    id,
    source: SOURCE,
    type: EVENT_TYPES.statuswijziging as string,
    subject: zaakId,
    time: '2026-11-25T10:00:00.123Z',
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/zaken/${zaakId}`,
    sequence: String(sequence),
    sequencetype: 'Integer',
    ...(volledigeversie && { volledigeversie }),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data: {
      event: 'vergunning.status.veranderd',
      zaakId,
      oudeStatus,
      nieuweStatus,
      timestamp: '2026-11-25T10:00:00Z',
    },
  }
}
