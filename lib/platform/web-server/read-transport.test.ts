import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, expect, test } from 'vitest'
import { readTransport } from './read-transport.ts'

const dir = mkdtempSync(join(tmpdir(), 'zaakbode-transport-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const file = (name: string) => join(dir, name)
for (const name of ['een', 'ander']) {
  const { cert, private: key } = await generate(undefined, { keyType: 'ec', algorithm: 'sha256' })
  writeFileSync(file(`${name}.pem`), cert)
  writeFileSync(file(`${name}-key.pem`), key)
}

function problemsOf(source: Record<string, string>): string[] {
  try {
    readTransport(source)
  } catch (error) {
    return (error as { problems: string[] }).problems
  }
  return []
}

test('without settings there is no TLS and no trusted proxy', () => {
  expect(readTransport({})).toMatchObject({ certificate: undefined, trustedProxies: [], demo: false })
})

test('a certificate is read with its key, and trusted proxies as a list', () => {
  const { certificate, trustedProxies } = readTransport({
    TLS_CERT_FILE: file('een.pem'),
    TLS_KEY_FILE: file('een-key.pem'),
    TRUSTED_PROXIES: '10.0.0.0/8, ::1',
  })
  expect(certificate?.cert).toContain('BEGIN CERTIFICATE')
  expect(certificate?.key).toContain('BEGIN PRIVATE KEY')
  expect(trustedProxies).toHaveLength(2)
})

test.each([
  ['a certificate without its key', { TLS_CERT_FILE: 'een.pem' }, ['TLS_KEY_FILE: TLS_CERT_FILE needs it']],
  ['a key without its certificate', { TLS_KEY_FILE: 'een-key.pem' }, ['TLS_CERT_FILE: TLS_KEY_FILE needs it']],
  [
    'missing files',
    { TLS_CERT_FILE: 'geen.pem', TLS_KEY_FILE: 'geen-key.pem' },
    [
      'TLS_CERT_FILE: must be a readable file with a certificate in PEM',
      'TLS_KEY_FILE: must be a readable file with a private key in PEM',
    ],
  ],
  [
    'swapped files',
    { TLS_CERT_FILE: 'een-key.pem', TLS_KEY_FILE: 'een.pem' },
    [
      'TLS_CERT_FILE: must be a readable file with a certificate in PEM',
      'TLS_KEY_FILE: must be a readable file with a private key in PEM',
    ],
  ],
  [
    'the key of another certificate',
    { TLS_CERT_FILE: 'een.pem', TLS_KEY_FILE: 'ander-key.pem' },
    ['TLS_KEY_FILE: is not the key of the certificate'],
  ],
])('%s is refused at the start', (_, names, problems) => {
  const source = Object.fromEntries(Object.entries(names).map(([variable, name]) => [variable, file(name)]))
  expect(problemsOf(source)).toEqual(problems)
})

test('all problems are reported at once', () => {
  expect(problemsOf({ TLS_CERT_FILE: file('een.pem'), TRUSTED_PROXIES: 'proxy.example' })).toEqual([
    'TLS_KEY_FILE: TLS_CERT_FILE needs it',
    'TRUSTED_PROXIES: must be IP addresses or CIDR, separated by commas',
  ])
})

test('a process listens on all addresses by default, and the demo on loopback', () => {
  expect(readTransport({}).listen).toMatchObject({ port: 3000, host: undefined })
  expect(readTransport({ PORT: '8443', HOST: '10.0.0.7' }).listen).toMatchObject({ port: 8443, host: '10.0.0.7' })
  expect(readTransport({ DEMO: '1' }).listen).toMatchObject({ port: 3000, host: '127.0.0.1' })
  expect(readTransport({ DEMO: '1', HOST: '::1' }).listen.host).toBe('::1')
})

test('the host names are those for browsers and the one that Next.js uses itself', () => {
  const urls = ['https://zaaksysteem.example', 'https://portaal.example:8443']
  const names = ['zaaksysteem.example', 'portaal.example']
  expect(readTransport({}, urls)).toMatchObject({ hostnames: ['localhost', ...names], listen: { name: 'localhost' } })
  const { hostnames, listen } = readTransport({ HOST: '10.0.0.7' }, urls)
  expect([hostnames, listen.name]).toEqual([['10.0.0.7', ...names], '10.0.0.7'])
  expect(readTransport({ HOST: '127.0.0.1' })).toMatchObject({
    hostnames: ['localhost', '127.0.0.1'],
    listen: { host: '127.0.0.1', name: 'localhost' },
  })
})

test.each(['0.0.0.0', '::', '192.168.1.20', '::ffff:192.168.1.20', 'laptop'])(
  'the demo does not listen on %s',
  (HOST) => {
    expect(problemsOf({ DEMO: '1', HOST })).toEqual([expect.stringMatching(/^HOST: with DEMO=1 /)])
  },
)

test.each(['0.0.0.0/0', '::/0', '10.0.0.0/7', '10.0.0.7, 2000::/3', '::/16', '::ffff:0:0/96'])(
  '%s is too wide for a trusted proxy',
  (TRUSTED_PROXIES) => {
    expect(problemsOf({ TRUSTED_PROXIES })).toEqual([
      'TRUSTED_PROXIES: must be no wider than /8 (IPv4), /16 (IPv6) or fc00::/7',
    ])
  },
)

test.each(['10.0.0.0/8', 'fd00::/8', 'fc00::/7', '2001:db8::/32', '::1', '::ffff:10.0.0.0/104'])(
  '%s is accepted as a trusted proxy',
  (TRUSTED_PROXIES) => {
    expect(problemsOf({ TRUSTED_PROXIES })).toEqual([])
  },
)
