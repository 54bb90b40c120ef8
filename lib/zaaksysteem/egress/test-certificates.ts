import { generate } from 'selfsigned'

/** What a TLS server needs (PEM). */
export type TestCertificate = { key: string; cert: string }

type Subject = { host?: string; notBeforeDate?: Date; notAfterDate?: Date }

/** A certificate for `host` that no authority signed. */
export function selfSignedCertificate({ host = 'localhost', ...window }: Subject = {}): Promise<TestCertificate> {
  return certificate(host, { ...window, extensions: leafFor(host) })
}

/** A certificate authority for a test, which issues certificates. */
export async function createTestCa(): Promise<{
  cert: string
  issue(subject?: Subject): Promise<TestCertificate>
}> {
  const ca = await certificate('Test CA', {
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  return {
    cert: ca.cert,
    issue: ({ host = 'localhost', ...window } = {}) => certificate(host, { ...window, extensions: leafFor(host), ca }),
  }
}

type Options = NonNullable<Parameters<typeof generate>[1]>

async function certificate(commonName: string, options: Options): Promise<TestCertificate> {
  const attributes = [{ name: 'commonName', value: commonName }]
  const made = await generate(attributes, { keyType: 'ec', algorithm: 'sha256', ...options })
  return { key: made.private, cert: made.cert }
}

function leafFor(host: string): Options['extensions'] {
  return [
    { name: 'basicConstraints', cA: false },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
  ]
}
