import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { rootCertificates } from 'node:tls'
import { generate } from 'selfsigned'
import { Agent, setGlobalDispatcher } from 'undici'
import { DAY_MS } from '#lib/platform/durations.ts'

const VALID_MS = 90 * DAY_MS
const RENEW_BEFORE_MS = 14 * DAY_MS
const HOST = 'localhost'

/** Absolute paths of PEM files. */
export type LocalCertificate = {
  /** the authority that a client has to trust */
  caFile: string
  certFile: string
  keyFile: string
}

/**
 * A certificate for localhost and the authority that signed it, both renewed two weeks before they expire.
 *
 * The authority's key signs this one certificate and is never stored. Otherwise, whoever stole it could sign
 * a certificate for any site, which a browser that trusts the authority would accept.
 */
export async function localCertificate({ dir, now }: { dir: string; now: Date }): Promise<LocalCertificate> {
  const files = {
    caFile: resolve(dir, 'ca.pem'),
    certFile: resolve(dir, 'localhost.pem'),
    keyFile: resolve(dir, 'localhost-key.pem'),
  }
  if (!isUsable(files, now)) await makeCertificate(dir, files, now)
  return files
}

/**
 * Makes `fetch` in this process also trust an authority. NODE_EXTRA_CA_CERTS works only for a process yet to
 * start.
 */
export function trustHere(caFile: string): void {
  setGlobalDispatcher(new Agent({ connect: { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] } }))
}

/** True when all three files exist, match and are not about to expire. */
function isUsable({ caFile, certFile, keyFile }: LocalCertificate, now: Date): boolean {
  try {
    const ca = new X509Certificate(readFileSync(caFile))
    const leaf = new X509Certificate(readFileSync(certFile))
    const belongs = leaf.verify(ca.publicKey) && leaf.checkPrivateKey(createPrivateKey(readFileSync(keyFile)))
    return belongs && Date.parse(leaf.validTo) - now.getTime() > RENEW_BEFORE_MS
  } catch {
    return false
  }
}

async function makeCertificate(dir: string, { caFile, certFile, keyFile }: LocalCertificate, now: Date): Promise<void> {
  const window = { notBeforeDate: now, notAfterDate: new Date(now.getTime() + VALID_MS) }
  const options = { keyType: 'ec', algorithm: 'sha256', ...window } as const
  const name = (value: string) => [{ name: 'commonName', value }]
  const ca = await generate(name(`Zaakbode demo, this machine only, ${now.toISOString().slice(0, 19)}`), {
    ...options,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  const leaf = await generate(name(HOST), {
    ...options,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: HOST }] },
    ],
  })
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  writeFileSync(keyFile, leaf.private, { mode: 0o600 })
  writeFileSync(certFile, leaf.cert)
  writeFileSync(caFile, ca.cert)
}
