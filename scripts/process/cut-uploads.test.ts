import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { Agent, type IncomingMessage, request, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { AwsClient } from 'aws4fetch'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import type { S3Settings } from '#lib/platform/objects/s3-store.ts'
import { hasS3, S3_TITLE, startTestS3 } from '#lib/platform/objects/test-s3.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { createRouter } from '#lib/platform/web-server/router.ts'
import { sweepBestanden as sweepOfPortal } from '#lib/publieksportaal/bestand/sweep-bestanden.ts'
import { storeAskedZaak } from '#lib/publieksportaal/inzending/test-aanvulling.ts'
import { createSessie as createBurgersessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { sweepBestanden as sweepOfDesk } from '#lib/zaaksysteem/bestand/sweep-bestanden.ts'
import { createSessie } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { createTestZaaksysteem, PORTAL_SCOPES, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { listen } from '#tools/servers/listen.ts'
import { loadRoutes } from './load-routes.ts'

const SITE = 'http://localhost:3000'
const BOUNDARY = 'grens'
const FORM_HEAD = Buffer.from(
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="bestand"; filename="tekening.pdf"\r\n\r\n`,
)
const FORM_END = Buffer.from(`\r\n--${BOUNDARY}--\r\n`)
const FORM = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`, Origin: SITE, Accept: 'application/json' }
const MIB = 1024 ** 2
/** The size of a body that is refused unread: a client still writing 20 MiB would not read the response. */
const REFUSED_BYTES = 300_000
/**
 * A folder stores bytes as they arrive, an S3 in parts of 8 MiB. The cut comes after `cutAt` bytes, in the
 * middle of a part, so that some bytes are stored.
 */
const STORES = [
  { store: 'a folder', isS3: false, bytes: 300_000, cutAt: 150_000, times: 20 },
  { store: S3_TITLE, isS3: true, bytes: 20 * MIB, cutAt: 12 * MIB, times: 3 },
]

type Door = { path: string; headers: Record<string, string>; body: Buffer; left(): Promise<[number, string[]]> }
let lines: string[]
let portal: TestPublieksportaal
let desk: TestZaaksysteem
let server: Server
let port: number
const doors: Record<string, Door> = {}
let s3: Awaited<ReturnType<typeof startTestS3>> | undefined

const sessionCookie = async (name: string, token: object, secret: string) =>
  `${name}=${await encode({ token: { ...token }, secret, salt: name })}`
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.includes('/'))

/** Lists the keys of the objects in a bucket, and those of unfinished uploads with `.deel` appended. */
async function objectsIn({ url, ...settings }: S3Settings): Promise<string[]> {
  const client = new AwsClient({ ...settings, service: 's3', retries: 0 })
  const keysAt = async (query: string) =>
    [...(await (await client.fetch(`${url}?${query}`)).text()).matchAll(/<Key>([^<]+)/g)].map(
      ([, key]) => key as string,
    )
  return [...(await keysAt('list-type=2')), ...(await keysAt('uploads')).map((key) => `${key}.deel`)]
}

type Framing = 'Content-Length' | 'chunked'
const framed = (bytes: Buffer, framing: Framing) =>
  framing === 'chunked'
    ? Buffer.concat([Buffer.from(`${bytes.byteLength.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
    : bytes

/** Begins an upload of `whole` on a connection of its own and sends `part` of it. */
async function begin({ path, headers }: Door, framing: Framing, whole: Buffer, part: Buffer): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  await once(socket, 'connect')
  const length = framing === 'chunked' ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': whole.byteLength }
  const all = Object.entries({ Host: 'localhost:3000', Connection: 'close', ...headers, ...length })
  socket.write(`POST ${path} HTTP/1.1\r\n${all.map((pair) => pair.join(': ')).join('\r\n')}\r\n\r\n`)
  socket.write(framed(part, framing))
  return socket
}
const END = Buffer.from('0\r\n\r\n')
/** Sends all of `body` and reads the answer to its end. */
async function send(door: Door, framing: Framing, body = door.body): Promise<{ status: number; answer: string }> {
  const socket = await begin(door, framing, body, body)
  if (framing === 'chunked') socket.write(END)
  const answer = await text(socket)
  socket.destroy()
  return { status: Number(answer.split(' ')[1]), answer }
}

const CASES = (['portal', 'desk', 'API'] as const).flatMap((door) =>
  (['Content-Length', 'chunked'] as const).flatMap((framing) =>
    (['destroys', 'half-closes'] as const).map((end) => ({ door, framing, end })),
  ),
)

describe.each(STORES)('with $store', ({ isS3, bytes, cutAt, times }) => {
  if (isS3 && !hasS3) {
    test.skip('a cut upload', () => {})
    return
  }
  const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes, 7)])

  beforeAll(async () => {
    const log = createLogger('test', { write: (line) => lines.push(line) }, 'error')
    s3 = isS3 ? await startTestS3() : undefined
    const env = (prefix: string) =>
      s3 && {
        [`${prefix}_S3_URL`]: s3.url,
        [`${prefix}_S3_REGION`]: s3.region,
        [`${prefix}_S3_ACCESS_KEY_ID`]: s3.accessKeyId,
        [`${prefix}_S3_SECRET_ACCESS_KEY`]: s3.secretAccessKey,
      }
    portal = await createTestPublieksportaal({ log, env: env('PUBLIEKSPORTAAL') })
    desk = await createTestZaaksysteem({
      log,
      env: env('ZAAKSYSTEEM'),
      scopes: `${PORTAL_SCOPES}+zaken.documenten.toevoegen`,
    })
    // The contexts of the process, which the routes use.
    Object.assign(globalThis, {
      [Symbol.for('zaakbode.publieksportaal')]: portal,
      [Symbol.for('zaakbode.zaaksysteem')]: desk,
    })
    const asked = await storeAskedZaak(portal)
    const burger = await createBurgersessie(portal, { burgerId: asked.wanted.burgerId, naam: null })
    const { id, behandelaarId } = await registerTestZaak(desk)
    const behandelaar = await createSessie(desk, behandelaarId)
    const form = Buffer.concat([FORM_HEAD, PDF, FORM_END])
    const leftAtDesk: Door['left'] = async () => [
      await desk.db.bestand.count(),
      await (s3 ? objectsIn(s3) : filesIn(desk.env.ZAAKSYSTEEM_BESTANDEN_MAP)),
    ]
    Object.assign(doors, {
      portal: {
        path: `/api/publieksportaal/zaken/${asked.zaak.uuid}/aanvullingen/${asked.plattegrond}/bestanden`,
        headers: {
          ...FORM,
          Cookie: await sessionCookie('zaakbode-mijn.session', burger, portal.env.PUBLIEKSPORTAAL_AUTH_SECRET),
        },
        body: form,
        left: async () => [
          await portal.db.bestand.count(),
          await (s3 ? objectsIn(s3) : filesIn(portal.env.PUBLIEKSPORTAAL_BESTANDEN_MAP)),
        ],
      },
      desk: {
        path: `/api/zaaksysteem/balie/zaken/${id}/bestanden`,
        headers: {
          ...FORM,
          Cookie: await sessionCookie('zaakbode-balie.session', behandelaar, desk.env.ZAAKSYSTEEM_AUTH_SECRET),
        },
        body: form,
        left: leftAtDesk,
      },
      API: {
        path: `/api/zaaksysteem/v1/zaken/${id}/bestanden`,
        headers: { 'Content-Type': 'application/octet-stream', Authorization: `Bearer ${desk.apiToken}` },
        body: PDF,
        left: leftAtDesk,
      },
    } satisfies Record<string, Door>)
    const route = createRouter({ routes: await loadRoutes(), log })
    const transport = { certificate: undefined, trustedProxies: [], demo: false, hostnames: ['localhost'] }
    server = createWebServer(transport, (request, response) => {
      const answer = route(request)
      if (answer) void answer(request, response)
      else response.writeHead(418).end()
    })
    port = await listen(server)
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await Promise.all([portal.close(), desk.close()])
    await s3?.close()
  })
  beforeEach(async () => {
    lines = []
    await portal.db.bestand.updateMany({ data: { status: 'vervallen' } })
    await desk.db.bestand.updateMany({ data: { status: 'vervallen' } })
    await Promise.all([sweepOfPortal(portal), sweepOfDesk(desk)])
  })

  describe.each(CASES)(
    'at the $door, with $framing, a client that $end its connection',
    ({ door: name, framing, end }) => {
      test(`${times} times in a row leaves no row and no file, and a good upload then succeeds`, async () => {
        const door = doors[name] as Door
        for (let time = 0; time < times; time += 1) {
          const socket = await begin(door, framing, door.body, door.body.subarray(0, cutAt))
          // Cut in the middle of a part, once the store has some of its bytes.
          await expect.poll(async () => (await door.left())[1].length).toBe(1)
          if (end === 'destroys') socket.destroy()
          else {
            socket.end()
            await buffer(socket)
            socket.destroy()
          }
          await expect.poll(door.left).toEqual([0, []])
        }
        expect((await send(door, framing)).status).toBe(201)
        expect(await door.left()).toEqual([1, [expect.not.stringMatching(/\.deel$/)]])
        expect(lines, 'a cut upload is no error of the server').toEqual([])
      })
    },
  )

  describe.each(['portal', 'desk'] as const)('at the %s', (name) => {
    const codeOf = ({ answer }: { answer: string }) => /"code":"(\w+)"/.exec(answer)?.[1]

    test.each(['Content-Length', 'chunked'] as const)(
      'a form without its last boundary, with %s, is refused with 400 and leaves nothing',
      async (framing) => {
        const door = doors[name] as Door
        // The shorter body ends before its bytes are read.
        for (const bytes of [PDF.subarray(0, 2_000), PDF]) {
          const sent = await send(door, framing, Buffer.concat([FORM_HEAD, bytes]))
          expect([sent.status, codeOf(sent)]).toEqual([400, 'size_differs'])
          expect(await door.left()).toEqual([0, []])
        }
        expect(lines).toEqual([])
      },
    )

    test.each([
      'multipart/form-data',
      'multipart/form-data; boundary',
      'multipart/form-data; charset=utf-8',
      'multipart/mixed; boundary=grens',
      'multipart',
      '',
    ])('a body of type %j is refused with 400', async (type) => {
      const door = doors[name] as Door
      for (const Accept of ['application/json', 'text/html']) {
        const headers = { ...door.headers, 'Content-Type': type, Accept }
        const sent = await send({ ...door, headers }, 'Content-Length', door.body.subarray(0, REFUSED_BYTES))
        expect([sent.status, codeOf(sent)]).toEqual([400, 'form_unreadable'])
      }
      expect([await door.left(), lines]).toEqual([[0, []], []])
    })

    test('a large file refused at its first bytes gets the response during the upload, and leaves nothing', async () => {
      const { path, headers, left, body } = doors[name] as Door
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      const post = async (bytes: Buffer) => {
        const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }).end(bytes)
        const [response] = (await once(sent, 'response')) as [IncomingMessage]
        return { status: response.statusCode, body: await text(response) }
      }
      const html = Buffer.concat([FORM_HEAD, Buffer.from('<html>'), Buffer.alloc(20_000_000, 32), FORM_END])
      expect(await post(html)).toMatchObject({ status: 400, body: expect.stringContaining('type_not_allowed') })
      expect(await left()).toEqual([0, []])
      expect(await post(body)).toMatchObject({ status: 201 })
      agent.destroy()
    })
  })

  test('a multipart body at the API is refused with 415', async () => {
    const door = doors.API as Door
    const headers = { ...door.headers, 'Content-Type': 'multipart/form-data' }
    const sent = await send({ ...door, headers }, 'chunked', door.body.subarray(0, REFUSED_BYTES))
    expect(sent.status).toBe(415)
  })

  test.each(['desk', 'API'] as const)(
    'at the %s one sender may have 32 uploads under way, not counting stalled ones',
    async (name) => {
      const door = doors[name] as Door
      const sockets = await Promise.all(
        Array.from({ length: 33 }, () => begin(door, 'Content-Length', door.body, door.body.subarray(0, 10_000))),
      )
      await expect.poll(() => desk.db.bestand.count()).toBe(32)
      const { status, answer } = await send(door, 'Content-Length', door.body.subarray(0, REFUSED_BYTES))
      expect(answer).toContain('"code":"too_many_under_way"')
      expect(status).toBe(name === 'API' ? 429 : 400)
      // A process that was killed more than a minute ago leaves such a row.
      await desk.db.bestand.updateMany({ data: { laatsteByteOp: new Date(Date.now() - 61_000) } })
      expect((await send(door, 'Content-Length')).status).toBe(201)
      for (const socket of sockets) socket.destroy()
      await expect.poll(async () => (await door.left())[0]).toBe(1)
    },
  )
})
