import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfigurationError } from '#lib/platform/env.ts'

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Reads certificates (PEM) from a file. Throws a ConfigurationError for a wrong file, which OpenSSL would ignore. */
export function readExtraCas(file: string): string[] {
  try {
    const certificates = readFileSync(file, 'utf8').match(PEM_CERTIFICATE) ?? []
    for (const certificate of certificates) new X509Certificate(certificate)
    if (certificates.length > 0) return certificates
  } catch {}
  throw new ConfigurationError(['ZAAKSYSTEEM_EXTRA_CA_FILE: must be a file with certificates in PEM'])
}
