import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { examineClientCertificate } from './client-certificate.ts'
import { createTestCa, selfSignedCertificate } from './test-certificates.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** After the begin of the certificates, which is in whole seconds. */
const now = new Date(Date.now() + 60_000)
const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS)

const root = await createTestCa('Root')
const intermediate = await root.issueCa('Intermediate')
const leaf = await intermediate.issue({ host: 'zaaksysteem', isClient: true, notAfterDate: inDays(90) })

const examine = (certificate: string, key = leaf.key, extraCas: string[] = []) =>
  examineClientCertificate({ certificate, key }, { now, extraCas })
const refused = (reason: string) => ({ ok: false, reasons: [reason] })

test('a complete chain with its key is usable until its first certificate expires', () => {
  const chain = [leaf.cert, intermediate.cert, root.cert]
  expect(examine(chain.join('\n'))).toMatchObject({
    ok: true,
    fingerprint: expect.stringMatching(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    expires: new Date(Math.floor(inDays(90).getTime() / 1000) * 1000),
  })
  const examined = examine(`Bag Attributes\r\n${chain.join('\r\nsubject=CN=a\r\n').replaceAll('\n', '\r\n')}`)
  expect(examined.ok && examined.usable.certificate.match(/BEGIN CERTIFICATE/g)).toHaveLength(3)
})

test('a known root may be left out, and a self-signed certificate is accepted', async () => {
  expect(examine(`${leaf.cert}${intermediate.cert}`, leaf.key, [root.cert])).toMatchObject({ ok: true })
  const own = await selfSignedCertificate({ host: 'zaaksysteem', isClient: true })
  expect(examine(own.cert, own.key)).toMatchObject({ ok: true })
})

test('a chain that is incomplete or in the wrong order is refused', () => {
  expect(examine(leaf.cert)).toEqual(refused('chain_incomplete'))
  expect(examine(`${leaf.cert}${intermediate.cert}`)).toEqual(refused('chain_incomplete'))
  expect(examine(`${leaf.cert}${root.cert}`)).toEqual(refused('chain_incomplete'))
  expect(examine(`${leaf.cert}${root.cert}${intermediate.cert}`)).toEqual(refused('chain_incomplete'))
})

test('an unusable certificate is refused with the reason', async () => {
  expect(examine('geen certificaat')).toEqual(refused('certificate_unreadable'))
  expect(examine(leaf.cert.replace(/MII/, 'AAA'))).toEqual(refused('certificate_unreadable'))
  const expired = await root.issue({ isClient: true, notBeforeDate: inDays(-9), notAfterDate: inDays(-1) })
  expect(examine(`${expired.cert}${root.cert}`, expired.key)).toEqual(refused('certificate_expired'))
  const later = await root.issue({ isClient: true, notBeforeDate: inDays(1), notAfterDate: inDays(9) })
  expect(examine(`${later.cert}${root.cert}`, later.key)).toEqual(refused('certificate_not_yet_valid'))
  const server = await root.issue()
  expect(examine(`${server.cert}${root.cert}`, server.key)).toEqual(refused('certificate_not_for_clients'))
})

test('every fault of a certificate and its key is reported at once', async () => {
  const expired = await intermediate.issue({ notBeforeDate: inDays(-9), notAfterDate: inDays(-1) })
  const reasons = ['certificate_expired', 'certificate_not_for_clients', 'chain_incomplete', 'key_does_not_fit']
  expect(examine(expired.cert)).toEqual({ ok: false, reasons })
  expect(examine('geen', 'geen')).toEqual({ ok: false, reasons: ['certificate_unreadable', 'key_unreadable'] })
})

test('an unusable key is refused with the reason', async () => {
  const chain = `${leaf.cert}${intermediate.cert}${root.cert}`
  expect(examine(chain, 'geen sleutel')).toEqual(refused('key_unreadable'))
  expect(examine(chain, leaf.cert)).toEqual(refused('key_unreadable'))
  const locked = createPrivateKey(leaf.key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'geheim',
  })
  expect(examine(chain, locked.toString())).toEqual(refused('key_encrypted'))
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect(examine(chain, other)).toEqual(refused('key_does_not_fit'))
})
