import { hash, KeyObject, randomUUID, sign } from 'node:crypto'
import { httpbis } from 'http-message-signatures'
import { FlattenedSign } from 'jose'
import { Webhook } from 'standardwebhooks'
import { KID_ED25519, KID_RSA, SINK, type TestBron } from './test-bron.ts'

/** What is signed: `now` is the moment of signing, `headers` are all that are sent, with lower-case names. */
export type Signing = { body: string; eventId: string; now: Date; headers: Record<string, string> }

const sha256 = (body: string) => hash('sha256', body, 'base64')

/** The signature headers of each method, made by third-party libraries. `provenHeaders` adds the token. */
export const SIGNATURES = {
  JWT: async () => ({}),
  ACCESSTOKEN: async () => ({}),

  STANDARDWEBHOOKS: async ({ secret }: TestBron, { body, eventId, now }: Signing) => ({
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(eventId, now, body),
  }),

  async HTTPMESSAGESIGNATURES({ privateKeys }: TestBron, { body, now, headers }: Signing) {
    const all: Record<string, string> = { ...headers, 'content-digest': `sha-256=:${sha256(body)}:` }
    const covered = Object.keys(headers).filter((name) => name.startsWith('ce-') || name === 'webhook-request-origin')
    const signed = await httpbis.signMessage(
      {
        name: 'zaak',
        key: {
          id: KID_ED25519,
          alg: 'ed25519',
          sign: async (data) => sign(null, data, KeyObject.from(privateKeys.ed25519)),
        },
        fields: ['@method', '@target-uri', 'content-type', 'content-digest', ...covered],
        params: ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'],
        paramValues: {
          created: now,
          expires: new Date(now.getTime() + 300_000),
          nonce: randomUUID(),
          tag: 'zaaknotificatie',
        },
      },
      { method: 'POST', url: SINK, headers: all },
    )
    return {
      'content-digest': all['content-digest'] as string,
      'signature-input': String(signed.headers['Signature-Input']),
      signature: String(signed.headers.Signature),
    }
  },

  async NLGOVADR({ privateKeys }: TestBron, { body, now }: Signing) {
    const digest = `SHA-256=${sha256(body)}`
    const jws = await new FlattenedSign(new TextEncoder().encode(`digest: ${digest}`))
      .setProtectedHeader({
        alg: 'PS256',
        kid: KID_RSA,
        iat: Math.floor(now.getTime() / 1000),
        sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest'] },
        b64: false,
        crit: ['b64', 'sigD'],
      })
      .sign(privateKeys.rsa, { crit: { sigD: true } })
    return { digest, 'nlgov-adr-payload-sig': `${jws.protected}..${jws.signature}` }
  },
}

export type SignedCredentialtype = keyof typeof SIGNATURES

/** All headers of a delivery that is proven by one method, with lower-case names. */
export async function provenHeaders(
  bron: TestBron,
  {
    credentialtype,
    body,
    eventId,
    now,
    headers = {},
  }: { credentialtype: SignedCredentialtype; headers?: Record<string, string> } & Omit<Signing, 'headers'>,
): Promise<Record<string, string>> {
  const sent = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-request-origin': 'zaaksysteem.test',
    ...headers,
  }
  const token =
    credentialtype === 'ACCESSTOKEN' ? bron.accesstoken : await bron.sign(body, { claims: { sub: eventId } })
  return {
    ...sent,
    authorization: `Bearer ${token}`,
    ...(await SIGNATURES[credentialtype](bron, { body, eventId, now, headers: sent })),
  }
}
