import { hash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { registerTestBron } from '../../bron/test-registration.ts'
import { deliveryRequest, startTestBron, statusGewijzigd, type TestBron } from '../../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../../test-context.ts'
import { provenHeaders, type SignedCredentialtype } from '../../test-signing.ts'
import { handleWebhook } from '../handle-webhook.ts'

export const NOW = new Date('2026-11-25T10:00:00Z')
export const SECONDS = NOW.getTime() / 1000

export type Headers = Record<string, string>
/** Changes the headers of a proven delivery; a header set to '' is left out. */
export type Attack = (headers: Headers, body: string, eventId: string) => Headers | Promise<Headers>

export const newEvent = () => statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'a', nieuweStatus: 'b', sequence: 1 })

export const sha256 = (body: string, encoding: 'base64' | 'hex' = 'base64') => hash('sha256', body, encoding)

/** A source and a portal that agreed on one method; `post` delivers a new event. */
export function portalWith(credentialtype: SignedCredentialtype) {
  let bron: TestBron
  let ctx: TestPublieksportaal
  beforeAll(async () => {
    bron = await startTestBron({ clock: () => NOW })
    ctx = await createTestPublieksportaal({ clock: () => NOW, env: bron.env })
    const { accesstoken, secret } = bron
    await registerTestBron(ctx, { credentialtype, accesstoken, secret })
  })
  afterAll(async () => {
    await ctx.close()
    await bron.close()
  })
  return {
    get ctx() {
      return ctx
    },
    get bron() {
      return bron
    },
    async post(attack: Attack = (headers) => headers): Promise<Response> {
      const event = newEvent()
      const body = JSON.stringify(event)
      const headers = await provenHeaders(bron, { credentialtype, body, eventId: event.id, now: NOW })
      return handleWebhook(ctx, deliveryRequest(body, await attack(headers, body, event.id)))
    },
    async newestKid() {
      return (await ctx.db.ontvangenGebeurtenis.findFirst({ orderBy: { id: 'desc' } }))?.kid
    },
  }
}

type Portal = ReturnType<typeof portalWith>

/** Tests that each attack gets 401 with `code` and leaves no row. */
export function refuses(portal: Portal, code: string, attacks: Record<string, Attack>) {
  const stored = async () => [
    await portal.ctx.db.ontvangenGebeurtenis.count(),
    await portal.ctx.db.ophaalopdracht.count(),
  ]
  let before: number[]
  beforeEach(async () => {
    before = await stored()
  })
  test.each(Object.entries(attacks))('%s is refused', async (_name, attack) => {
    const response = await portal.post(attack)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code })
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect(await stored()).toEqual(before)
  })
}

/** Tests that a valid signature does not make up for an absent or invalid token. */
export function refusesWithoutToken(portal: Portal) {
  refuses(portal, 'invalid_token', {
    'no token': (headers) => ({ ...headers, authorization: '' }),
    'the token of another source': async (headers, body) => ({
      ...headers,
      authorization: `Bearer ${await portal.bron.sign(body, { claims: { iss: 'urn:nld:oin:1:systeem:ander' } })}`,
    }),
    'a token with surplus bits in its last character': (headers) => ({
      ...headers,
      authorization: withSurplusBits(headers.authorization as string),
    }),
  })
}

/** Tests that a sender who leaves out these headers is not taken for one with JWT, which needs the token only. */
export function refusesWithout(portal: Portal, headerNames: string[]) {
  const leaveOut =
    (names: string[]): Attack =>
    (headers) => ({ ...headers, ...Object.fromEntries(names.map((name) => [name, ''])) })
  refuses(portal, 'invalid_signature', {
    'a delivery without any signature': leaveOut(headerNames),
    ...Object.fromEntries(headerNames.map((name) => [`a delivery without ${name}`, leaveOut([name])])),
  })
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Another base64url text that lenient decoders decode to the same bytes. */
export function withSurplusBits(text: string): string {
  return text.slice(0, -1) + ALPHABET[ALPHABET.indexOf(text.at(-1) as string) ^ 1]
}
