import { generate } from 'selfsigned'

/** The key and certificate of a TLS server (PEM). */
export type TestCertificate = { key: string; cert: string }

type Subject = { host?: string; notBeforeDate?: Date; notAfterDate?: Date; isClient?: boolean }

export function selfSignedCertificate({ host = 'localhost', isClient, ...window }: Subject = {}) {
  return certificate(host, { ...window, extensions: leafFor(host, isClient) })
}

/** A certificate authority that issues certificates, also to other authorities. */
type TestCa = {
  cert: string
  issue(subject?: Subject): Promise<TestCertificate>
  issueCa(name: string): Promise<TestCa>
}

/** @param issuer absent for a root */
export async function createTestCa(name = 'Test CA', issuer?: TestCertificate): Promise<TestCa> {
  const ca = await certificate(name, {
    ca: issuer,
    // Older than any certificate that a test with its own clock has it issue.
    notBeforeDate: new Date(Date.now() - 30 * 24 * 60 * 60 * 1000),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  return {
    cert: ca.cert,
    issue: ({ host = 'localhost', isClient, ...window } = {}) =>
      certificate(host, { ...window, extensions: leafFor(host, isClient), ca }),
    issueCa: (name) => createTestCa(name, ca),
  }
}

type Options = NonNullable<Parameters<typeof generate>[1]>

async function certificate(commonName: string, options: Options): Promise<TestCertificate> {
  const attributes = [{ name: 'commonName', value: commonName }]
  const made = await generate(attributes, { keyType: 'ec', algorithm: 'sha256', ...options })
  return { key: made.private, cert: made.cert }
}

function leafFor(host: string, isClient = false): Options['extensions'] {
  return [
    { name: 'basicConstraints', cA: false },
    { name: 'extKeyUsage', ...(isClient ? { clientAuth: true } : { serverAuth: true }) },
    { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
  ]
}
