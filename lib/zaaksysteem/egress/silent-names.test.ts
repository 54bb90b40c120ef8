import type { Agent } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { startTestDnsServer, type TestDnsServer } from '#tools/servers/dns-server.ts'
import { createEgressAgent } from './egress-agent.ts'
import { requestSink } from './request-sink.ts'
import { createTestCa } from './test-certificates.ts'
import { testPolicy } from './test-policy.ts'
import { startTestSink, type TestSink } from './test-sink.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

async function closing<T extends { close(): unknown }>(started: Promise<T>): Promise<T> {
  const server = await started
  closers.push(server.close)
  return server
}

/** A healthy sink `gezond.test`, and a DNS server that stays silent about every name in `stil.test`. */
async function neighbourhood(names: Parameters<typeof startTestDnsServer>[0] = {}) {
  const silent = Array.from({ length: 64 }, (_, i) => `n${i}.stil.test`)
  const dns = await closing(
    startTestDnsServer({
      'gezond.test': ['127.0.0.1'],
      'stil.test': 'silence',
      ...Object.fromEntries(silent.map((name) => [name, 'silence'] as const)),
      ...names,
    }),
  )
  const ca = await createTestCa()
  const sink = await closing(startTestSink({ certificate: await ca.issue({ host: 'gezond.test' }) }))
  const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas: [ca.cert], dnsServers: [dns.address] })
  const request = (method: 'POST' | 'OPTIONS') => (host: string) =>
    requestSink({ method, sink: urlOf(sink, host), headers: {}, policy, body: method === 'POST' ? '{}' : undefined })
  return { dns, silent, sink, deliver: request('POST'), shakeHands: request('OPTIONS') }
}

const urlOf = ({ url }: TestSink, host: string) => url.replace('localhost', host)
const of = ({ asked }: TestDnsServer, name: string) => asked.filter((question) => question === name)

test('a healthy sink gets its bezorgingen while lookups of silent names wait', async () => {
  const { deliver, dns, shakeHands, silent } = await neighbourhood()
  const waiting = [
    ...Array.from({ length: 64 }, () => deliver('stil.test')),
    ...silent.map(deliver),
    ...silent.map(shakeHands),
  ]
  expect(await deliver('gezond.test')).toMatchObject({ httpStatus: 204, foutsoort: null })
  expect(await shakeHands('gezond.test')).toMatchObject({ httpStatus: 200, foutsoort: null })
  for (const answer of await Promise.all(waiting)) {
    expect(answer).toMatchObject({ httpStatus: null, foutsoort: 'dns', foutdetail: 'ETIMEOUT' })
  }
  for (const name of ['stil.test', ...silent]) expect(of(dns, name).length).toBeLessThanOrEqual(4)
})

test('a name that DNS gives a private address is refused, also when another address is public', async () => {
  const { deliver, sink } = await neighbourhood({
    'intern.test': ['10.0.0.5'],
    'half.test': ['127.0.0.1', '10.0.0.5'],
    'zes.test': ['127.0.0.1', 'fd00::1'],
  })
  for (const name of ['intern.test', 'half.test', 'zes.test']) {
    expect(await deliver(name)).toMatchObject({ foutsoort: 'blocked_address' })
  }
  expect(sink.connections()).toBe(0)
})

test('an unknown name and an absent DNS server are the failure dns', async () => {
  const { deliver } = await neighbourhood()
  expect(await deliver('weg.test')).toMatchObject({ foutsoort: 'dns', foutdetail: 'ENOTFOUND' })
  const sink = 'https://gezond.test/'
  const policy = testPolicy({ dnsServers: ['127.0.0.1:1'] })
  const answer = await requestSink({ method: 'POST', sink, headers: {}, body: '{}', policy })
  expect(answer).toMatchObject({ foutsoort: 'dns', foutdetail: 'ECONNREFUSED' })
})

test('unreachable and idle sinks keep no pool in memory', async () => {
  const dispatcher = createEgressAgent(testPolicy({ allowPrivateSinks_DEMO_ONLY: true })) as Agent
  const sink = await closing(startTestSink())
  const { port } = new URL(sink.url)
  const origins = Array.from({ length: 200 }, (_, i) => [`http://n${i}.localhost:${port}`, `http://n${i}.localhost:1`])
  await Promise.allSettled(
    origins.flat().map(async (origin) => {
      const { body } = await dispatcher.request({ origin, path: '/', method: 'POST', body: '{}' })
      await body.dump()
    }),
  )
  expect(sink.connections()).toBe(200)
  // An idle connection is closed after some seconds, and its pool goes with it.
  await expect.poll(() => Object.keys(dispatcher.stats)).toEqual([])
})
