import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ALWAYS, flag, parseEnv, text, whole } from '../env.ts'
import { isLoopbackHost, type Network, networks } from '../http/network.ts'

/** The certificate and private key of a TLS server, in PEM. `cert` includes the intermediate certificates. */
export type Certificate = { cert: string; key: string }

export type Transport = {
  /** absent: a proxy terminates TLS, or there is no TLS */
  certificate: Certificate | undefined
  /** the peers whose X-Forwarded-… headers are trusted */
  trustedProxies: readonly Network[]
  demo: boolean
  /** the accepted hosts for pages; absent in the demo, which accepts loopback only */
  hostnames?: readonly string[]
}

/** The address on which the web process listens. */
type Listen = {
  port: number
  /** absent: on all addresses */
  host: string | undefined
  /** the host for the internal requests of Next.js after a redirect; in the demo that of its certificate */
  name: string
}

const DEFAULT_PORT = 3000
const MAX_PORT = 65_535
/** An address, because `localhost` may be IPv4 or IPv6. Browsers try both. */
const DEMO_HOST = '127.0.0.1'

type CertificateFiles = { TLS_CERT_FILE?: string; TLS_KEY_FILE?: string }
type Report = (variable: keyof CertificateFiles, message: string) => void

export const certificateFiles = z
  .object({
    TLS_CERT_FILE: text
      .optional()
      .describe('certificate chain in PEM, with which the web process itself serves https; `kill -HUP` reloads it'),
    TLS_KEY_FILE: text.optional().describe('private key of that certificate, in PEM'),
  })
  .transform((files, { addIssue }) => ({
    certificate: readCertificate(files, (variable, message) => {
      addIssue({ code: 'custom', path: [variable], message })
    }),
  }))

export const listening = z
  .object({
    TRUSTED_PROXIES: networks.describe(
      'addresses or CIDR ranges of proxies whose `X-Forwarded-*` is trusted; they must set `X-Forwarded-Proto`',
    ),
    DEMO: flag,
    PORT: whole(1, MAX_PORT).default(DEFAULT_PORT).describe('port of the web process'),
    HOST: z
      .string()
      .optional()
      .describe('address on which it listens; by default all addresses, or 127.0.0.1 with `DEMO=1`'),
  })
  .refine(({ DEMO, HOST }) => !DEMO || !HOST || isLoopbackHost(HOST), {
    path: ['HOST'],
    message: 'with DEMO=1 anybody can sign in, so it must be an address of this machine alone, as 127.0.0.1',
    ...ALWAYS,
  })

// An intersection, because zod checks both halves even when one fails and so reports all problems.
const schema = z.intersection(certificateFiles, listening)

/**
 * Reads the configuration and certificate of the web process. Throws a ConfigurationError with all problems.
 *
 * @param ownUrls the addresses at which browsers reach the systems of this process
 */
export function readTransport(
  source: Record<string, string | undefined>,
  ownUrls: readonly string[] = [],
): Transport & { listen: Listen } {
  const { certificate, TRUSTED_PROXIES, DEMO, PORT, HOST } = parseEnv(schema, source)
  // Next.js uses the name localhost for each of these, and would reach any other name over the network.
  const name = !HOST || isLoopbackHost(HOST) ? 'localhost' : HOST
  return {
    certificate,
    trustedProxies: TRUSTED_PROXIES,
    demo: DEMO,
    hostnames: [...new Set([name, HOST || name, ...ownUrls.map((url) => new URL(url).hostname)])],
    listen: { port: PORT, host: HOST || (DEMO ? DEMO_HOST : undefined), name },
  }
}

function readCertificate({ TLS_CERT_FILE, TLS_KEY_FILE }: CertificateFiles, report: Report): Certificate | undefined {
  if (!TLS_CERT_FILE && !TLS_KEY_FILE) return undefined
  if (!TLS_CERT_FILE) return void report('TLS_CERT_FILE', 'TLS_KEY_FILE needs it')
  if (!TLS_KEY_FILE) return void report('TLS_KEY_FILE', 'TLS_CERT_FILE needs it')

  const cert = readPem(TLS_CERT_FILE, (pem) => new X509Certificate(pem))
  const key = readPem(TLS_KEY_FILE, (pem) => createPrivateKey(pem))
  if (!cert) report('TLS_CERT_FILE', 'must be a readable file with a certificate in PEM')
  if (!key) report('TLS_KEY_FILE', 'must be a readable file with a private key in PEM')
  if (!cert || !key) return undefined
  if (!cert.parsed.checkPrivateKey(key.parsed)) report('TLS_KEY_FILE', 'is not the key of the certificate')
  return { cert: cert.pem, key: key.pem }
}

function readPem<T>(file: string, parse: (pem: string) => T): { pem: string; parsed: T } | undefined {
  try {
    const pem = readFileSync(file, 'utf8')
    return { pem, parsed: parse(pem) }
  } catch {
    return undefined
  }
}
