import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { networks } from '#lib/platform/http/network.ts'
import { createOnce } from '#lib/platform/once.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { guardedLookup, isAllowedAddress, type SinkPolicy, sinkPolicy, vetSink } from './sink-guard.ts'
import { testPolicy } from './test-policy.ts'

const PRODUCTION = testPolicy()
const DEMO = testPolicy({ allowPrivateSinks_DEMO_ONLY: true })

test.each(['93.184.216.34', '100.63.255.255', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946'])(
  'the public address %s is allowed',
  (address) => {
    expect(isAllowedAddress(address, PRODUCTION)).toBe(true)
  },
)

test.each([
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'fec0::1',
  'ff02::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:93.184.216.34',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:2::1',
  '100::1',
  '3fff::1',
  '2001:db8::1',
  'no address',
])('the address %s is refused in production and in the demo', (address) => {
  expect(isAllowedAddress(address, PRODUCTION)).toBe(false)
  expect(isAllowedAddress(address, DEMO)).toBe(false)
})

test.each(['127.0.0.1', '127.8.8.8', '::1'])('%s is allowed in the demo only', (address) => {
  expect(isAllowedAddress(address, PRODUCTION)).toBe(false)
  expect(isAllowedAddress(address, DEMO)).toBe(true)
})

test.each([
  ['https://portaal.test/webhooks?x=1', 'ok', 'ok'],
  ['https://93.184.216.34/', 'ok', 'ok'],
  ['https://[2606:2800:220:1:248:1893:25c8:1946]/', 'ok', 'ok'],
  ['http://portaal.test/', 'not_https', 'not_https'],
  ['http://93.184.216.34/', 'not_https', 'not_https'],
  ['http://localhost:3000/', 'not_https', 'ok'],
  ['http://127.0.0.1:3000/', 'not_https', 'ok'],
  ['http://[::1]:3000/', 'not_https', 'ok'],
  ['http://localhost.evil.test/', 'not_https', 'not_https'],
  ['https://169.254.169.254/latest/meta-data', 'blocked_address', 'blocked_address'],
  ['https://[fd00:ec2::254]/', 'blocked_address', 'blocked_address'],
  ['https://[::ffff:10.0.0.1]/', 'blocked_address', 'blocked_address'],
  ['https://[64:ff9b::169.254.169.254]/', 'blocked_address', 'blocked_address'],
  ['https://[2002:a9fe:a9fe::]/', 'blocked_address', 'blocked_address'],
  ['https://[fe80::1%25eth0]/', 'invalid_url', 'invalid_url'],
  ['https://256.1.1.1/', 'invalid_url', 'invalid_url'],
  ['https://user@portaal.test/', 'has_credentials', 'has_credentials'],
  ['https://:secret@portaal.test/', 'has_credentials', 'has_credentials'],
  ['https://portaal.test/#', 'has_fragment', 'has_fragment'],
  ['file:///etc/passwd', 'not_https', 'not_https'],
  ['portaal.test', 'invalid_url', 'invalid_url'],
])('%s is %s in production and %s in the demo', (sink, production, demo) => {
  const verdict = (policy: SinkPolicy) => {
    const result = vetSink(sink, policy)
    return result.ok ? 'ok' : result.reason
  }
  expect([verdict(PRODUCTION), verdict(DEMO)]).toEqual([production, demo])
})

test.each([
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.0x1',
  '0x7f.1',
  '0x7f000001',
  '%31%32%37.0.0.1',
  '127。0。0。1',
  '①②⑦.⓪.⓪.①',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
])('%s is recognised as loopback', (host) => {
  expect(vetSink(`https://${host}/`, PRODUCTION)).toEqual({ ok: false, reason: 'blocked_address' })
  expect(vetSink(`https://${host}/`, DEMO)).toMatchObject({ ok: true })
})

test('an internal network allows the addresses in it and no others', () => {
  const policy = testPolicy({ interneNetwerken: networks.parse('10.20.0.0/16,fd12::/32') })
  const allowed = (address: string) => isAllowedAddress(address, policy)
  expect(['10.20.0.1', '10.20.255.255', 'fd12::1', '93.184.216.34'].filter(allowed)).toHaveLength(4)
  expect(['10.21.0.1', '10.19.255.255', 'fd13::1', '::ffff:10.20.0.1', '127.0.0.1'].filter(allowed)).toEqual([])
  expect(vetSink('https://10.20.0.1/', policy)).toMatchObject({ ok: true })
  expect(vetSink('http://10.20.0.1/', policy)).toMatchObject({ ok: false, reason: 'not_https' })
})

test('a cached verdict belongs to its own policy', () => {
  const sink = 'https://127.0.0.1/onthouden'
  for (let i = 0; i < 2; i++) {
    expect(vetSink(sink, PRODUCTION)).toMatchObject({ ok: false })
    expect(vetSink(sink, DEMO)).toMatchObject({ ok: true })
  }
})

test('a name with one refused address is refused', async () => {
  const resolvesTo = (...addresses: string[]) => {
    const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    return new Promise((settle) => {
      guardedLookup(PRODUCTION, resolve)('portaal.test', { all: true }, (error, found) => settle(error?.code ?? found))
    })
  }
  expect(await resolvesTo('93.184.216.34')).toEqual([{ address: '93.184.216.34', family: 4 }])
  expect(await resolvesTo('93.184.216.34', '10.0.0.1')).toBe('blocked_address')
  expect(await resolvesTo()).toBe('blocked_address')
})

const ENV = {
  ALLOW_PRIVATE_SINKS_DEMO_ONLY: false,
  ZAAKSYSTEEM_INTERNE_NETWERKEN: networks.parse('10.20.0.0/16'),
  ZAAKSYSTEEM_EGRESS_PROXY: undefined,
  ZAAKSYSTEEM_EXTRA_CA_FILE: undefined,
  ZAAKSYSTEEM_DNS_SERVERS: ['10.20.0.53'],
}

function caFile(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ca-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'ca.pem'), content)
  return join(folder, 'ca.pem')
}

test('the same context returns the same policy', () => {
  const ctx = { env: ENV, once: createOnce() }
  expect(sinkPolicy(ctx)).toBe(sinkPolicy(ctx))
  expect(isAllowedAddress('10.20.1.1', sinkPolicy(ctx))).toBe(true)
  expect(sinkPolicy(ctx).dnsServers).toEqual(['10.20.0.53'])
})

test('every certificate of the CA file is added', () => {
  const [first, second] = rootCertificates
  const file = caFile(`# eerste\n${first}\n\n${second}\n`)
  expect(sinkPolicy({ env: { ...ENV, ZAAKSYSTEEM_EXTRA_CA_FILE: file }, once: createOnce() }).extraCas).toEqual([
    first,
    second,
  ])
})

test('an invalid configuration is refused by the name of its variable', () => {
  const problemsOf = (wrong: Partial<typeof ENV> & { ZAAKSYSTEEM_EXTRA_CA_FILE?: string }) => {
    try {
      return sinkPolicy({ env: { ...ENV, ...wrong }, once: createOnce() })
    } catch (error) {
      return (error as { problems: string[] }).problems.join()
    }
  }
  const broken = '-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----'
  for (const file of [caFile('geen certificaat'), caFile(broken), caFile('').concat('.weg')]) {
    expect(problemsOf({ ZAAKSYSTEEM_EXTRA_CA_FILE: file } as never)).toMatch(/^ZAAKSYSTEEM_EXTRA_CA_FILE: /)
  }
})

test('DNS servers are configured by address, with or without a port', () => {
  const isRefused = (servers: string) => {
    try {
      readZaaksysteemEnv({ ZAAKSYSTEEM_DNS_SERVERS: servers })
    } catch (error) {
      return (error as { problems: string[] }).problems.some((line) => line.startsWith('ZAAKSYSTEEM_DNS_SERVERS: '))
    }
  }
  expect(['', '10.0.0.53', '10.0.0.53:5353, 2606:2800::53,[::1]:53'].filter(isRefused)).toEqual([])
  const wrong = ['dns.intern', '10.0.0', '10.0.0.53:99999', '10.0.0.53;10.0.0.54', 'udp://10.0.0.53']
  expect(wrong.filter(isRefused)).toEqual(wrong)
})
