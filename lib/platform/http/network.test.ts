import ipaddr from 'ipaddr.js'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseEnv } from '../env.ts'
import { isPeerWithin, isWithin, networks, parseNetwork } from './network.ts'

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
  expect(isPeerWithin(address, [parseNetwork(network) ?? expect.fail()])).toBe(within)
})

test.each(['', '10.1', '0x0a.1.2.3', '10.1.2.3/33', '10.1.2.3/', '10.0.0.0/8/8', 'fd00::/129', 'proxy.example'])(
  '%j is no network',
  (text) => {
    expect(parseNetwork(text)).toBeUndefined()
  },
)

test('an IPv4 address written as IPv6 is in no IPv4 network, unless it is the address of a peer', () => {
  const [written, network] = ['::ffff:10.1.0.1', parseNetwork('10.1.0.0/16') ?? expect.fail()]
  expect(isWithin(ipaddr.parse(written), [network])).toBe(false)
  expect(isPeerWithin(written, [network])).toBe(true)
})

test('a variable with networks gives all of them, or a problem for an invalid one', () => {
  const read = (NETWORKS?: string) => parseEnv(z.object({ NETWORKS: networks }), { NETWORKS }).NETWORKS
  expect(read()).toEqual([])
  expect(read('10.1.0.0/16, fd00::1,')).toEqual([parseNetwork('10.1.0.0/16'), parseNetwork('fd00::1/128')])
  expect(() => read('10.1.0.0/16,10.0.0.0/33')).toThrow('NETWORKS: must be IP addresses or CIDR, separated by commas')
})
