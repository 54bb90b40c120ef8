import { createPrivateKey } from 'node:crypto'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decrypt, type Encrypted } from '#lib/platform/crypto/encryption.ts'
import { signWithJwt } from '#lib/proof/sign/jwt.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { createZaaksysteemContext } from '../context.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { publishedJwks } from './published-jwks.ts'
import { findSleutels, KEPT_AFTER_LAST_SIGNATURE_MS, PUBLICATION_LEAD_MS, rotateSleutels } from './rotate-sleutels.ts'
import { senderOf, signingKey } from './signing-keys.ts'

const BEGIN = Date.parse('2026-11-25T09:00:00Z')
const SIGNABLE = { body: '{}', eventId: '0199a000-0000-7000-8000-000000000001', sink: 'https://portaal.test/' }

let nowMs: number
let ctx: TestZaaksysteem
let other: ReturnType<typeof createZaaksysteemContext>

/** `ctx` and `other` are two processes on one database. */
beforeEach(async () => {
  nowMs = BEGIN
  const clock = () => new Date(nowMs)
  ctx = await createTestZaaksysteem({ clock })
  other = createZaaksysteemContext(readZaaksysteemEnv(ctx.variables), { clock })
})

afterEach(async () => {
  await other.close()
  await ctx.close()
})

const publishedKids = async () => (await publishedJwks(ctx)).keys.map(({ kid }) => kid)

test('the first key of each algorithm is made at the first use, and shared by processes that start at once', async () => {
  const algs = ['ES256', 'Ed25519', 'PS256'] as const
  const kids = await Promise.all(
    algs.flatMap((alg) => [ctx, other].map(async (each) => (await signingKey(each, alg)).kid)),
  )
  expect(new Set(kids).size).toBe(3)
  const { keys } = await publishedJwks(other)
  expect(keys.map(({ kid }) => kid).sort()).toEqual([...new Set(kids)].sort())
  expect(keys.map(({ kty, alg, nbf, use }) => ({ kty, alg, nbf, use }))).toEqual(
    expect.arrayContaining([
      { kty: 'EC', alg: 'ES256', nbf: BEGIN / 1000, use: 'sig' },
      { kty: 'OKP', alg: 'Ed25519', nbf: BEGIN / 1000, use: 'sig' },
      { kty: 'RSA', alg: 'PS256', nbf: BEGIN / 1000, use: 'sig' },
    ]),
  )
})

test('no private member is published, and none is readable in the database', async () => {
  const { keys } = await publishedJwks(ctx)
  for (const jwk of keys) {
    for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(jwk).not.toHaveProperty(member)
  }
  const row = await ctx.db.sleutel.findFirstOrThrow({ where: { alg: 'ES256' } })
  const der = decrypt(ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { ...(row as Encrypted), boundTo: row.kid })
  const { d } = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' })
  expect(JSON.stringify(row.publiek)).not.toContain(d)
  expect(Buffer.from(row.versleuteld as Uint8Array).includes(Buffer.from(String(d), 'base64url'))).toBe(false)
})

test('a receiver with a fresh copy of the keys can verify every valid signature', async () => {
  const copyAgeMs = 10 * 60_000
  const tokenAgeMs = 119_000
  let copies: { atMs: number; keys: ReturnType<typeof createLocalJWKSet> }[] = []
  let tokens: { atMs: number; token: string }[] = []
  const kids = new Set<string | undefined>()
  await publishedJwks(ctx)
  for (const stepMs = 30_000; nowMs < BEGIN + 60 * 60_000; nowMs += stepMs) {
    if (nowMs === BEGIN + 20 * 60_000) await rotateSleutels(ctx, { actor: OPDRACHTREGEL, algs: ['ES256'] })
    const { Authorization } = await signWithJwt(senderOf(other), SIGNABLE)
    const copy = { atMs: nowMs, keys: createLocalJWKSet(await publishedJwks(ctx)) }
    copies = [...copies, copy].filter(({ atMs }) => nowMs - atMs <= copyAgeMs)
    tokens = [...tokens, { atMs: nowMs, token: Authorization.slice(7) }].filter(
      ({ atMs }) => nowMs - atMs <= tokenAgeMs,
    )
    for (const { keys } of [copies[0] ?? copy, copy]) {
      for (const { token } of tokens) {
        const { protectedHeader } = await jwtVerify(token, keys, { currentDate: new Date(nowMs) })
        kids.add(protectedHeader.kid)
      }
    }
  }
  expect(kids.size).toBe(2)
})

test('a next key is published at once and signs later, and its predecessor stays published until its signatures expire', async () => {
  const { kid: first } = await signingKey(ctx, 'PS256')
  const [next] = await rotateSleutels(ctx, { actor: OPDRACHTREGEL, algs: ['PS256'] })
  const standen = async () =>
    Object.fromEntries((await findSleutels(ctx)).map(({ kid, stand }) => [kid === next?.kid ? 'next' : kid, stand]))
  expect(await publishedKids()).toEqual(expect.arrayContaining([first, next?.kid]))
  expect((await signingKey(ctx, 'PS256')).kid).toBe(first)
  expect(await standen()).toMatchObject({ [first]: 'tekent', next: 'volgende' })

  nowMs = BEGIN + PUBLICATION_LEAD_MS
  expect((await signingKey(ctx, 'PS256')).kid).toBe(next?.kid)
  expect(await standen()).toMatchObject({ [first]: 'gepubliceerd', next: 'tekent' })
  const former = (await publishedJwks(ctx)).keys.find(({ kid }) => kid === first)
  expect(former?.exp).toBe((nowMs + KEPT_AFTER_LAST_SIGNATURE_MS) / 1000)

  nowMs += KEPT_AFTER_LAST_SIGNATURE_MS
  expect(await publishedKids()).not.toContain(first)
  expect(await standen()).toMatchObject({ [first]: 'vervallen', next: 'tekent' })
})

test('a rotation while a next key waits changes nothing, concurrently or later', async () => {
  const [one, two] = await Promise.all([
    rotateSleutels(ctx, { actor: OPDRACHTREGEL }),
    rotateSleutels(other, { actor: OPDRACHTREGEL }),
  ])
  expect(one).toHaveLength(3)
  expect(two).toEqual(one)
  nowMs += PUBLICATION_LEAD_MS - 1
  expect(await rotateSleutels(ctx, { actor: OPDRACHTREGEL })).toEqual(one)
  nowMs += 1
  expect(await rotateSleutels(ctx, { actor: OPDRACHTREGEL })).not.toEqual(one)
})

test('a direct rotation replaces and withdraws a leaked key and a waiting one at once', async () => {
  const { kid: leaked } = await signingKey(other, 'ES256')
  const [waiting] = await rotateSleutels(ctx, { actor: OPDRACHTREGEL, algs: ['ES256'] })
  const [replacement] = await rotateSleutels(ctx, { actor: OPDRACHTREGEL, algs: ['ES256'], direct: true })
  expect(await publishedKids()).toEqual(expect.arrayContaining([replacement?.kid]))
  expect(await publishedKids()).not.toEqual(expect.arrayContaining([leaked]))
  expect(await publishedKids()).not.toEqual(expect.arrayContaining([waiting?.kid]))
  nowMs += 5_000
  for (const process of [ctx, other]) expect((await signingKey(process, 'ES256')).kid).toBe(replacement?.kid)
  nowMs += PUBLICATION_LEAD_MS
  expect((await signingKey(other, 'ES256')).kid).toBe(replacement?.kid)
})

test('the rotation after its last signature deletes a private key, and keeps the public one', async () => {
  const { kid } = await signingKey(ctx, 'ES256')
  await rotateSleutels(ctx, { actor: OPDRACHTREGEL, algs: ['ES256'] })
  nowMs += PUBLICATION_LEAD_MS
  await rotateSleutels(ctx, { actor: OPDRACHTREGEL, algs: ['ES256'] })
  expect(await ctx.db.sleutel.findUniqueOrThrow({ where: { kid } })).toMatchObject({
    versleuteld: null,
    sleutelId: null,
    publiek: { kty: 'EC' },
  })
})

test('a second signature takes no query', async () => {
  await signWithJwt(senderOf(ctx), SIGNABLE)
  await ctx.pool.end()
  await expect(signWithJwt(senderOf(ctx), SIGNABLE)).resolves.toBeDefined()
})
