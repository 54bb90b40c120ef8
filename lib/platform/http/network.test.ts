import { expect, test } from 'vitest'
import { isWithin, parseNetwork } from './network.ts'

test.each([
  ['10.1.2.3', '10.1.2.3', true],
  ['10.1.2.3', '10.1.2.4', false],
  ['10.1.0.0/16', '10.1.255.1', true],
  ['10.1.0.0/16', '10.2.0.1', false],
  ['10.1.0.0/16', '::ffff:10.1.0.1', true],
  ['fd00::/8', 'fd12::1', true],
  ['fd00::/8', 'fe80::1', false],
  ['::/0', '10.1.0.1', false],
  ['0.0.0.0/0', undefined, false],
  ['0.0.0.0/0', 'geen-adres', false],
])('in the network %s is %s: %j', (network, address, within) => {
  expect(isWithin(address, [parseNetwork(network) ?? expect.fail()])).toBe(within)
})

test.each(['', '10.1', '0x0a.1.2.3', '10.1.2.3/33', '10.1.2.3/', '10.0.0.0/8/8', 'fd00::/129', 'proxy.example'])(
  '%j is no network',
  (text) => {
    expect(parseNetwork(text)).toBeUndefined()
  },
)
