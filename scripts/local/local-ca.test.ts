import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { localCertificate } from './local-ca.ts'

const DAY_MS = 86_400_000
const NOW = new Date()
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zaakbode-ca-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a client that trusts the authority can connect to localhost, and to no other host', async () => {
  const { caFile, certFile, keyFile } = await localCertificate({ dir, now: NOW })
  const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) })
  const port = await listen(server)
  const shake = async (servername: string) => {
    const socket = connect({ host: '127.0.0.1', port, servername, ca: readFileSync(caFile) })
    await once(socket, 'secureConnect').finally(() => socket.destroy())
    return socket.authorized
  }
  try {
    expect(await shake('localhost')).toBe(true)
    await expect(shake('gemeente.example')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  } finally {
    server.close()
  }
})

test("both certificates last at most 90 days, only the owner can read the key, and the authority's key is not stored", async () => {
  const { caFile, certFile, keyFile } = await localCertificate({ dir, now: NOW })
  for (const file of [caFile, certFile]) {
    const { validFrom, validTo } = new X509Certificate(readFileSync(file))
    expect(Date.parse(validTo) - Date.parse(validFrom)).toBeLessThanOrEqual(90 * DAY_MS)
  }
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  const keys = readdirSync(dir).filter((name) => readFileSync(join(dir, name), 'utf8').includes('PRIVATE KEY'))
  expect(keys).toEqual(['localhost-key.pem'])
})

test('a second start reuses both certificates, and renews them shortly before they expire', async () => {
  const { caFile } = await localCertificate({ dir, now: NOW })
  const first = readFileSync(caFile, 'utf8')
  await localCertificate({ dir, now: inDays(75) })
  expect(readFileSync(caFile, 'utf8')).toBe(first)
  await localCertificate({ dir, now: inDays(77) })
  expect(readFileSync(caFile, 'utf8')).not.toBe(first)
})

test('truncated or mismatched files are replaced', async () => {
  const { caFile, certFile, keyFile } = await localCertificate({ dir, now: NOW })
  const key = readFileSync(keyFile)
  rmSync(caFile)
  await localCertificate({ dir, now: NOW })
  const { publicKey } = new X509Certificate(readFileSync(caFile))
  expect(new X509Certificate(readFileSync(certFile)).verify(publicKey)).toBe(true)

  chmodSync(keyFile, 0o644)
  writeFileSync(keyFile, key)
  await localCertificate({ dir, now: NOW })
  expect(readFileSync(keyFile)).not.toEqual(key)
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
})
