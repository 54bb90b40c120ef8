import type { LookupAddress } from 'node:dns'
import { expect, test } from 'vitest'
import { guardedLookup, isAllowedAddress, vetSink } from './sink-guard.ts'

const PRODUCTION = { allowPrivateSinks_DEMO_ONLY: false }
const DEMO = { allowPrivateSinks_DEMO_ONLY: true }

test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is a public address and allowed', (address) => {
  expect(isAllowedAddress(address, PRODUCTION)).toBe(true)
})

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
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
  '2001:db8::1',
  'no address',
])('%s is never allowed', (address) => {
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
  ['https://127.0.0.1/', 'blocked_address', 'ok'],
  ['https://2130706433/', 'blocked_address', 'ok'],
  ['https://0x7f.1/', 'blocked_address', 'ok'],
  ['https://0177.0.0.1/', 'blocked_address', 'ok'],
  ['https://169.254.169.254/latest/meta-data', 'blocked_address', 'blocked_address'],
  ['https://[::ffff:10.0.0.1]/', 'blocked_address', 'blocked_address'],
  ['https://user@portaal.test/', 'has_credentials', 'has_credentials'],
  ['https://:secret@portaal.test/', 'has_credentials', 'has_credentials'],
  ['https://portaal.test/#', 'has_fragment', 'has_fragment'],
  ['file:///etc/passwd', 'not_https', 'not_https'],
  ['portaal.test', 'invalid_url', 'invalid_url'],
])('%s is %s in production and %s in the demo', (sink, production, demo) => {
  const verdict = (policy: typeof DEMO) => {
    const result = vetSink(sink, policy)
    return result.ok ? 'ok' : result.reason
  }
  expect([verdict(PRODUCTION), verdict(DEMO)]).toEqual([production, demo])
})

test('one refused address among those of a name refuses the name', async () => {
  const resolvesTo = (...addresses: string[]) => {
    const resolve = (_name: string, _options: unknown, done: (error: null, found: LookupAddress[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    return new Promise((settle) => {
      guardedLookup(PRODUCTION, resolve as never)('portaal.test', { all: true }, (error, found) =>
        settle(error?.code ?? found),
      )
    })
  }
  expect(await resolvesTo('93.184.216.34')).toEqual([{ address: '93.184.216.34', family: 4 }])
  expect(await resolvesTo('93.184.216.34', '10.0.0.1')).toBe('blocked_address')
  expect(await resolvesTo()).toBe('blocked_address')
})
