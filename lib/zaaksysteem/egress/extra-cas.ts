import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfigurationError } from '#lib/platform/env.ts'

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Returns the certificates in a text (PEM), in order; `undefined` when one cannot be read. */
export function readCertificates(pem: string): X509Certificate[] | undefined {
  try {
    return (pem.match(PEM_CERTIFICATE) ?? []).map((certificate) => new X509Certificate(certificate))
  } catch {
    return undefined
  }
}

/**
 * Reads certificates (PEM) from a file. Throws a ConfigurationError for an unreadable file, which OpenSSL
 * would ignore.
 */
export function readExtraCas(file: string): string[] {
  try {
    const pem = readFileSync(file, 'utf8')
    if (readCertificates(pem)?.length) return pem.match(PEM_CERTIFICATE) ?? []
  } catch {}
  throw new ConfigurationError(['ZAAKSYSTEEM_EXTRA_CA_FILE: must be a file with certificates in PEM'])
}
