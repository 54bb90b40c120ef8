import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { createSecureContext, rootCertificates } from 'node:tls'
import { readCertificates } from './extra-cas.ts'

/** The client certificate (PEM) that we show a sink that asks for one: the chain, and the private key. */
export type ClientCertificate = { certificate: string; key: string }

export type CertificateFault =
  | 'certificate_unreadable'
  | 'certificate_expired'
  | 'certificate_not_yet_valid'
  | 'certificate_not_for_clients'
  /** a certificate was not issued by the next one, or the issuer of the last one is missing */
  | 'chain_incomplete'
  | 'key_unreadable'
  | 'key_encrypted'
  | 'key_does_not_fit'
  /** OpenSSL refuses it, such as an RSA key of 1024 bits */
  | 'key_too_weak'

type Examined =
  | {
      ok: true
      /** in the order in which TLS sends it */
      usable: ClientCertificate
      /** SHA-256 in hexadecimal, as OpenSSL and browsers show it */
      fingerprint: string
      /** when the first certificate of the chain expires */
      expires: Date
    }
  | { ok: false; reasons: CertificateFault[] }

/** `clientAuth` (RFC 5280 section 4.2.1.12), and `anyExtendedKeyUsage`. */
const FOR_CLIENTS: readonly string[] = ['1.3.6.1.5.5.7.3.2', '2.5.29.37.0']
const MAX_CERTIFICATES = 10
/**
 * PKCS #8, and the older format of OpenSSL. The error about a missing passphrase has another code in each
 * version.
 */
const ENCRYPTED = /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/

/**
 * Examines a certificate before it is stored, so that its owner reads the fault instead of a TLS failure
 * later. The chain must end in a root that is given or known. That of PKIoverheid is given, because no
 * browser knows the private ones.
 */
export function examineClientCertificate(
  { certificate, key }: ClientCertificate,
  { now, extraCas }: { now: Date; extraCas: readonly string[] },
): Examined {
  const chain = readCertificates(certificate)
  const [leaf] = chain ?? []
  const read = readKey(key)
  if (!chain || !leaf || chain.length > MAX_CERTIFICATES) {
    return { ok: false, reasons: ['certificate_unreadable', ...(read.ok ? [] : [read.reason])] }
  }
  // Absent when any use is allowed, although Node.js types it as always present.
  const uses = leaf.keyUsage as string[] | undefined
  const found = [
    chain.some(({ validToDate }) => validToDate <= now) && 'certificate_expired',
    chain.some(({ validFromDate }) => validFromDate > now) && 'certificate_not_yet_valid',
    uses && !uses.some((use) => FOR_CLIENTS.includes(use)) && 'certificate_not_for_clients',
    !isComplete(chain, extraCas) && 'chain_incomplete',
    read.ok ? !leaf.checkPrivateKey(read.key) && 'key_does_not_fit' : read.reason,
  ] as const
  const reasons = found.flatMap((reason) => reason || [])
  if (!read.ok || reasons.length > 0) return { ok: false, reasons }

  const usable = {
    certificate: chain.map((each) => each.toString()).join(''),
    key: read.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  try {
    createSecureContext({ cert: usable.certificate, key: usable.key })
  } catch {
    return { ok: false, reasons: ['key_too_weak'] }
  }
  const expires = new Date(Math.min(...chain.map(({ validToDate }) => validToDate.getTime())))
  return { ok: true, usable, fingerprint: leaf.fingerprint256, expires }
}

function readKey(
  key: string,
): { ok: true; key: KeyObject } | { ok: false; reason: 'key_unreadable' | 'key_encrypted' } {
  try {
    return { ok: true, key: createPrivateKey(key) }
  } catch {
    return { ok: false, reason: ENCRYPTED.test(key) ? 'key_encrypted' : 'key_unreadable' }
  }
}

function isComplete(chain: readonly X509Certificate[], extraCas: readonly string[]): boolean {
  const isOrdered = chain.every((each, index) => {
    const issuer = chain[index + 1]
    return !issuer || isIssuedBy(each, issuer)
  })
  const last = chain.at(-1)
  if (!isOrdered || !last) return false
  if (isIssuedBy(last, last)) return true
  return [...extraCas, ...rootCertificates].some((root) => isIssuedBy(last, new X509Certificate(root)))
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}
