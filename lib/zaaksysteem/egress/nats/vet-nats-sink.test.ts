import { expect, test } from 'vitest'
import { networks } from '#lib/platform/http/network.ts'
import { testPolicy } from '../test-policy.ts'
import { vetNatsSink } from './vet-nats-sink.ts'

const PRODUCTION = testPolicy()
const DEMO = testPolicy({ allowPrivateSinks_DEMO_ONLY: true })
const INTERN = testPolicy({ interneNetwerken: networks.parse('10.20.0.0/16') })

test.each([
  ['tls://nats.example', 'nats.example', 4222],
  ['tls://NATS.example:4223', 'nats.example', 4223],
  ['tls://nats.example:443', 'nats.example', 443],
  ['tls://nats.example/', 'nats.example', 4222],
  ['tls://93.184.216.34:4222', '93.184.216.34', 4222],
  ['tls://[2606:2800:220:1:248:1893:25c8:1946]', '2606:2800:220:1:248:1893:25c8:1946', 4222],
])('%s connects to %s port %i, with TLS', (sink, hostname, port) => {
  expect(vetNatsSink(sink, PRODUCTION)).toEqual({ ok: true, hostname, port, withTls: true })
})

test.each([
  ['nats://nats.example', 'not_tls'],
  ['nats://127.0.0.1:4222', 'not_tls'],
  ['https://nats.example', 'invalid_url'],
  ['ws://nats.example', 'invalid_url'],
  ['tls://', 'invalid_url'],
  ['tls://a,tls://b', 'has_path'],
  ['tls://nats.example:70000', 'invalid_url'],
  ['tls://nats.example\\@10.0.0.1', 'invalid_url'],
  ['tls://user:pass@nats.example', 'has_credentials'],
  ['tls://nats.example/queue', 'has_path'],
  ['tls://nats.example?x=1', 'has_path'],
  ['tls://nats.example#', 'has_path'],
  ['tls://127.0.0.1', 'blocked_address'],
  ['tls://0x7f.1', 'blocked_address'],
  ['tls://2130706433', 'blocked_address'],
  ['tls://10.20.0.1', 'blocked_address'],
  ['tls://169.254.169.254', 'blocked_address'],
  ['tls://[::1]', 'blocked_address'],
  ['tls://[::ffff:10.0.0.1]', 'blocked_address'],
])('%s is refused: %s', (sink, reason) => {
  expect(vetNatsSink(sink, PRODUCTION)).toEqual({ ok: false, reason })
})

test('without TLS the demo reaches loopback only', () => {
  expect(vetNatsSink('nats://127.0.0.1:4222', DEMO)).toMatchObject({ ok: true, withTls: false })
  expect(vetNatsSink('nats://localhost:4222', DEMO)).toMatchObject({ ok: true, withTls: false })
  expect(vetNatsSink('nats://10.0.0.1:4222', DEMO)).toEqual({ ok: false, reason: 'not_tls' })
  expect(vetNatsSink('nats://nats.example', DEMO)).toEqual({ ok: false, reason: 'not_tls' })
})

test('a server in a configured internal network is allowed, with TLS', () => {
  expect(vetNatsSink('tls://10.20.0.1', INTERN)).toMatchObject({ ok: true, hostname: '10.20.0.1' })
  expect(vetNatsSink('nats://10.20.0.1', INTERN)).toEqual({ ok: false, reason: 'not_tls' })
})

test('with an egress proxy every NATS server is refused', () => {
  const policy = testPolicy({ egressProxy: 'http://proxy.example:3128' })
  expect(vetNatsSink('tls://nats.example', policy)).toEqual({ ok: false, reason: 'behind_proxy' })
})
