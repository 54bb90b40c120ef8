import { hash, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { Clock } from '#lib/platform/clock.ts'
import { SIGNERS } from './sign/signers.ts'
import type { Algorithm, SigningKey } from './sign/signing.ts'

export const KID = 'test-1'
export const KID_ED25519 = 'test-2'
export const KID_RSA = 'test-3'

/** Creates a sender of events with its own keys and secrets. */
export async function createTestSender({ source, sink, clock }: { source: string; sink: string; clock: Clock }) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const ed25519 = await generateKeyPair('Ed25519', { extractable: true })
  const rsa = await generateKeyPair('PS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: KID, alg: 'ES256', use: 'sig' }
  const jwks = [
    jwk,
    { ...(await exportJWK(ed25519.publicKey)), kid: KID_ED25519, alg: 'Ed25519', use: 'sig' },
    { ...(await exportJWK(rsa.publicKey)), kid: KID_RSA, alg: 'PS256', use: 'sig' },
  ]
  const accesstoken = randomBytes(32).toString('base64url')
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const signingKeys = {
    ES256: { kid: KID, alg: 'ES256', key: privateKey },
    Ed25519: { kid: KID_ED25519, alg: 'Ed25519', key: ed25519.privateKey },
    PS256: { kid: KID_RSA, alg: 'PS256', key: rsa.privateKey },
  } as const

  const signingKey = async (alg: Algorithm): Promise<SigningKey> => signingKeys[alg]

  /**
   * Returns a token that follows the contract; `claims` and `header` replace members, and `undefined` leaves
   * one out.
   */
  function sign(
    body: string | Buffer,
    {
      claims = {},
      header = {},
      key = privateKey,
    }: { claims?: object; header?: object; key?: CryptoKey | KeyObject | Uint8Array } = {},
  ): Promise<string> {
    const iat = Math.floor(clock().getTime() / 1000)
    const payload = {
      iss: source,
      aud: sink,
      iat,
      exp: iat + 60,
      jti: randomUUID(),
      sub: idOf(body),
      body_sha256: hash('sha256', body, 'base64url'),
      ...claims,
    }
    const protectedHeader = { alg: 'ES256', kid: KID, typ: 'webhook+jwt', ...header }
    return new SignJWT(payload).setProtectedHeader(protectedHeader as JWTHeaderParameters).sign(key)
  }

  /** Returns all headers of a bezorging with a proof of this method, with lower-case names. */
  async function prove(options: {
    credentialtype: Credentialtype
    body: string
    eventId: string
    /** moment of signing */
    now?: Date
    headers?: Record<string, string>
  }): Promise<Record<string, string>> {
    const { credentialtype, body, eventId, now = clock() } = options
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-request-origin': 'zaaksysteem.test',
      ...options.headers,
    }
    const proof = await SIGNERS[credentialtype](
      { source, now, signingKey },
      {
        body,
        eventId,
        sink,
        method: 'POST',
        headers,
        geheimen: [credentialtype === 'ACCESSTOKEN' ? accesstoken : secret],
      },
    )
    const { Authorization: authorization, ...signature } = proof
    return { ...headers, authorization, ...signature }
  }

  return {
    sink,
    jwk,
    jwks,
    privateKey,
    publicKey,
    privateKeys: { ed25519: ed25519.privateKey, rsa: rsa.privateKey },
    accesstoken,
    secret,
    signingKey,
    sign,
    prove,
  }
}

export type TestSender = Awaited<ReturnType<typeof createTestSender>>

function idOf(body: string | Buffer): string {
  try {
    const [{ id }] = [JSON.parse(body.toString())].flat()
    return typeof id === 'string' && id !== '' ? id : 'geen'
  } catch {
    return 'geen'
  }
}
