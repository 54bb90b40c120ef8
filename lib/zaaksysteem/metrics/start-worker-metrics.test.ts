import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { createDatabaseClock } from '#lib/platform/postgres/database-clock.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { startWorkerMetrics } from './read-metrics.ts'

const TOKEN = randomBytes(32).toString('base64url')
const headers = { Authorization: `Bearer ${TOKEN}` }

let ctx: TestZaaksysteem

beforeEach(async () => {
  ctx = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_METRICS_TOKEN_HASH: hashToken(TOKEN) } })
})
afterEach(() => ctx.close())

const onPort = (port: number) => ({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_WORKER_METRICS_PORT: port } })

test('a worker serves its metrics to a holder of the token, until it is closed', async () => {
  // 0 takes a free port; the configuration does not allow it.
  const metrics = await startWorkerMetrics(onPort(0))
  const url = `http://127.0.0.1:${metrics.port}/api/metrics`
  const response = await fetch(url, { headers })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('zaakbode_undistributed_events 0')
  expect((await fetch(url)).status).toBe(401)
  expect((await fetch(url, { method: 'HEAD', headers })).status).toBe(200)
  expect((await fetch(new URL('/', url), { headers })).status).toBe(404)
  await metrics.close()
  await expect(fetch(url, { headers })).rejects.toThrow()
})

test('a worker reports readiness unless its clock is off, and by how much the clock is ahead', async () => {
  let offsetMs = 0
  const clock = createDatabaseClock(ctx.pool, () => new Date(Date.now() + offsetMs))
  await clock.measure()
  const metrics = await startWorkerMetrics({ ...onPort(0), clock })
  const url = (path: string) => `http://127.0.0.1:${metrics.port}/api/${path}`
  expect((await fetch(url('health/ready'))).status).toBe(200)
  offsetMs = -31_000
  const response = await fetch(url('health/ready'))
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ status: 'fail' })
  expect(await (await fetch(url('metrics'), { headers })).text()).toMatch(/^zaakbode_clock_ahead_seconds -3[01]/m)
  await metrics.close()
})

test('while the database does not respond a scrape fails, and the worker goes on', async () => {
  const metrics = await startWorkerMetrics(onPort(0))
  const url = `http://127.0.0.1:${metrics.port}/api/metrics`
  await ctx.pool.end()
  const response = await fetch(url, { headers })
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ code: 'unavailable' })
  expect((await fetch(url)).status).toBe(401)
  await metrics.close()
})

test.each(['//', '//[', '*', '/%ZZ', 'http://', 'http://[/api/metrics'])(
  'the request target %s is answered with 404, and the worker goes on',
  async (target) => {
    const metrics = await startWorkerMetrics(onPort(0))
    const socket = connect(metrics.port as number, '127.0.0.1')
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 404 /)
    await metrics.close()
  },
)

test('an invalid HTTP method is answered, and the worker goes on', async () => {
  const metrics = await startWorkerMetrics(onPort(0))
  const socket = connect(metrics.port as number, '127.0.0.1')
  socket.write('TRACE /api/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 405 /)
  await metrics.close()
})

test('the port is bound to loopback unless a host is configured', async () => {
  const local = await startWorkerMetrics(onPort(0))
  expect(local.host).toBe('127.0.0.1')
  await local.close()

  const { env, ...rest } = onPort(0)
  const open = await startWorkerMetrics({ ...rest, env: { ...env, ZAAKSYSTEEM_WORKER_METRICS_HOST: '::' } })
  expect(open.host).toBe('::')
  await open.close()
})

test('a port in use is an error at the start', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  await expect(startWorkerMetrics(onPort(port))).rejects.toMatchObject({ code: 'EADDRINUSE' })
  taken.close()
})

test('without a configured port nothing is served', async () => {
  const metrics = await startWorkerMetrics(ctx)
  expect(metrics.port).toBeUndefined()
  await metrics.close()
})
