import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { createS3Store } from './s3-store.ts'

const MIB = 1024 ** 2
const SETTINGS = { region: 'eu', accessKeyId: 'test', secretAccessKey: 'test' }
const KEY = 'sleutel'
let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Starts an S3 with one object. @param resets returns if the connection breaks before or after a request */
async function start(resets: (call: string, attempt: number) => 'before' | 'after' | undefined) {
  const parts = new Map<number, Buffer>()
  const calls: string[] = []
  let whole: Buffer | undefined
  async function answer(request: IncomingMessage): Promise<{ status?: number; body?: string | Buffer }> {
    const { searchParams } = new URL(request.url ?? '', 'http://s3')
    const body = await buffer(request)
    if (request.method === 'POST' && searchParams.has('uploads')) return { body: '<UploadId>een</UploadId>' }
    if (request.method === 'PUT') {
      parts.set(Number(searchParams.get('partNumber')), body)
      return {}
    }
    if (request.method === 'POST') {
      if (whole) return { status: 404 }
      whole = Buffer.concat([...parts].toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes))
      return {}
    }
    if (!whole) return { status: 404 }
    const [from = 0, to = 0] = (request.headers.range ?? '').slice('bytes='.length).split('-').map(Number)
    return {
      status: request.headers.range ? 206 : 200,
      body: request.headers.range ? whole.subarray(from, to + 1) : '',
    }
  }
  server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://s3')
    const call = [request.method, searchParams.get('partNumber')].filter(Boolean).join(' ')
    calls.push(call)
    const reset = resets(call, calls.filter((each) => each === call).length)
    if (reset === 'before') return void request.socket.resetAndDestroy()
    const { status = 200, body = '' } = await answer(request)
    if (reset === 'after' && request.method !== 'GET') return void request.socket.resetAndDestroy()
    response.writeHead(status, { 'Content-Length': Buffer.byteLength(body) })
    if (reset !== 'after') return void response.end(body)
    response.write(body.slice(0, body.length / 2))
    await once(response, 'drain').catch(() => {})
    request.socket.destroySoon()
  })
  const port = await listen(server)
  return { store: createS3Store({ ...SETTINGS, url: `http://127.0.0.1:${port}/emmer` }), calls }
}
const BYTES = Buffer.alloc(20 * MIB, 'zaakbode')
async function* parts() {
  for (let offset = 0; offset < BYTES.byteLength; offset += MIB) yield BYTES.subarray(offset, offset + MIB)
}
const count = (calls: string[], call: string) => calls.filter((each) => each === call).length

test.each(['before', 'after'] as const)(
  'a connection that is reset %s a part arrives resends only that part',
  async (when) => {
    const { store, calls } = await start((call, attempt) => (call === 'PUT 2' && attempt <= 2 ? when : undefined))
    await store.write(KEY, parts())
    expect(['PUT 1', 'PUT 2', 'PUT 3'].map((call) => count(calls, call))).toEqual([1, 3, 1])
    expect((await buffer(store.read(KEY, { start: 0, end: BYTES.byteLength }))).equals(BYTES)).toBe(true)
  },
)

test('an upload whose last response is lost succeeds', async () => {
  const { store } = await start((call, attempt) => (call === 'POST' && attempt === 2 ? 'after' : undefined))
  await store.write(KEY, parts())
  expect((await buffer(store.read(KEY, { start: 0, end: BYTES.byteLength }))).equals(BYTES)).toBe(true)
})

test('an upload fails after six connection resets, and is aborted', async () => {
  const { store, calls } = await start((call) => (call === 'PUT 2' ? 'before' : undefined))
  await expect(store.write(KEY, parts())).rejects.toThrow()
  expect([count(calls, 'PUT 2'), calls.at(-1)]).toEqual([6, 'DELETE'])
})

test('a read resumes at the last byte after a connection reset', async () => {
  const { store, calls } = await start((call, attempt) => (call === 'GET' && attempt === 1 ? 'after' : undefined))
  await store.write(KEY, parts())
  expect((await buffer(store.read(KEY, { start: 3, end: BYTES.byteLength }))).equals(BYTES.subarray(3))).toBe(true)
  expect(count(calls, 'GET')).toBe(2)
})
