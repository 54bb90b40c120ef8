import { expect, test } from 'vitest'
import { clientAddress, clientParty } from './client-address.ts'
import { type Network, parseNetwork } from './network.ts'

const TRUSTED = ['10.0.0.0/8', 'fd00::/8'].map((network) => parseNetwork(network) as Network)

test.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.1', '192.0.2.9, 198.51.100.1', '198.51.100.1'],
  ['10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
  ['::ffff:10.0.0.1', '2001:db8::1,fd00::2', '2001:db8::1'],
  ['10.0.0.1', undefined, '10.0.0.1'],
  ['10.0.0.1', ' , ', '10.0.0.1'],
])('when peer %s forwards for %s, the client is %s', (remoteAddress, forwarded, client) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  expect(clientAddress({ socket: { remoteAddress }, headers }, TRUSTED)).toBe(client)
})

test('each IPv4 address counts by itself, even inside IPv6; a /64 of IPv6 counts as one', () => {
  expect(clientParty('203.0.113.7')).toBe(clientParty('::ffff:203.0.113.7'))
  expect(clientParty('203.0.113.7')).not.toBe(clientParty('203.0.113.8'))
  expect(clientParty('2001:db8:1:2::1')).toBe(clientParty('2001:db8:1:2:ffff::9'))
  expect(clientParty('2001:db8:1:2::1')).not.toBe(clientParty('2001:db8:1:3::1'))
})

test('an invalid address shares one count with absent ones', () => {
  expect(['unknown', '203.0.113.7:4711', ''].map(clientParty)).toEqual(['', '', ''])
  expect(clientParty(undefined)).toBe('')
})
