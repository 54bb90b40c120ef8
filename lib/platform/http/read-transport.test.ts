import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTransport } from './read-transport.ts'

const dir = mkdtempSync(join(tmpdir(), 'zaakbode-transport-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const file = (name: string) => join(dir, name)
beforeAll(async () => {
  for (const name of ['een', 'ander']) {
    const { cert, private: key } = await generate(undefined, { keyType: 'ec', algorithm: 'sha256' })
    writeFileSync(file(`${name}.pem`), cert)
    writeFileSync(file(`${name}-key.pem`), key)
  }
})

function problemsOf(source: Record<string, string>): string[] {
  try {
    readTransport(source)
  } catch (error) {
    return (error as { problems: string[] }).problems
  }
  return []
}

test('without settings there is neither TLS nor a proxy that is believed', () => {
  expect(readTransport({})).toEqual({ certificate: undefined, trustedProxies: [], demo: false })
})

test('a certificate is read with its key, and proxies are a list', () => {
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
    'files that are not there',
    { TLS_CERT_FILE: 'geen.pem', TLS_KEY_FILE: 'geen-key.pem' },
    [
      'TLS_CERT_FILE: must be a readable file with a certificate in PEM',
      'TLS_KEY_FILE: must be a readable file with a private key in PEM',
    ],
  ],
  [
    'files in each other’s place',
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

test('all problems are told at once', () => {
  expect(problemsOf({ TLS_CERT_FILE: file('een.pem'), TRUSTED_PROXIES: 'proxy.example' })).toEqual([
    'TLS_KEY_FILE: TLS_CERT_FILE needs it',
    'TRUSTED_PROXIES: must be IP addresses or CIDR, separated by commas',
  ])
})
