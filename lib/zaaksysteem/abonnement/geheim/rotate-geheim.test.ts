import { afterEach, expect, test } from 'vitest'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { registerAbonnement } from '../register-abonnement.ts'
import { rotateGeheim } from './rotate-geheim.ts'
import { findValidGeheimen } from './test-geheimen.ts'

const START = new Date('2026-11-25T09:00:00Z')
const HOUR_MS = 3_600_000
const CLIENT = 'publieksportaal'
let now = START
const ctx = await openTestZaaksysteem({ clock: () => now })
afterEach(async () => {
  now = START
  await ctx.db.abonnement.deleteMany()
})

async function register(credentialtype: Credentialtype = 'ACCESSTOKEN', client = CLIENT) {
  const request = { protocol: 'HTTP', sink: 'https://portaal.test/', sinkcredential: { credentialtype } } as const
  const registered = await registerAbonnement(ctx, { client, actor: OPDRACHTREGEL, request })
  if (!registered.ok) throw new Error(registered.reason)
  return { id: registered.abonnement.id, geheim: registered.geheim }
}
async function rotate(id: string, overlapHours: number) {
  const rotated = await rotateGeheim(ctx, { id, client: CLIENT, actor: OPDRACHTREGEL, overlapHours })
  if (!rotated.ok) throw new Error(rotated.reason)
  return rotated.geheim
}
const after = (ms: number) => {
  now = new Date(START.getTime() + ms)
}

test('the old secret stays valid during the overlap and stops exactly on time', async () => {
  const { id, geheim: old } = await register()
  const fresh = await rotate(id, 24)
  expect(fresh).not.toBe(old)
  expect(await findValidGeheimen(ctx, id)).toEqual([fresh, old])
  after(24 * HOUR_MS - 1)
  expect(await findValidGeheimen(ctx, id)).toEqual([fresh, old])
  after(24 * HOUR_MS)
  expect(await findValidGeheimen(ctx, id)).toEqual([fresh])
})

test('an overlap of 0 ends every older secret at once', async () => {
  const { id } = await register()
  await rotate(id, 24)
  const fresh = await rotate(id, 0)
  expect(await findValidGeheimen(ctx, id)).toEqual([fresh])
  expect(await ctx.db.geheim.count()).toBe(1)
})

test('a later rotation can shorten the overlap of older secrets, and never lengthens it', async () => {
  const { id, geheim: first } = await register()
  const second = await rotate(id, 10)
  const third = await rotate(id, 100)
  after(10 * HOUR_MS)
  expect(await findValidGeheimen(ctx, id)).toEqual([third, second])
  expect(await findValidGeheimen(ctx, id)).not.toContain(first)
  const fourth = await rotate(id, 1)
  after(11 * HOUR_MS)
  expect(await findValidGeheimen(ctx, id)).toEqual([fourth])
})

test('a rotation deletes expired secrets', async () => {
  const { id } = await register()
  await rotate(id, 1)
  after(HOUR_MS)
  expect(await ctx.db.geheim.count()).toBe(2)
  await rotate(id, 1)
  expect(await ctx.db.geheim.count()).toBe(2)
})

test('a rotation with five valid secrets deletes the oldest', async () => {
  const { id, geheim: first } = await register()
  const made = [first as string]
  for (let count = 1; count <= 5; count++) made.push(await rotate(id, 24))
  expect(await findValidGeheimen(ctx, id)).toEqual(made.slice(1).reverse())
})

test('concurrent rotations are serialised, and lose no secret', async () => {
  const { id, geheim: first } = await register()
  const fresh = await Promise.all([rotate(id, 24), rotate(id, 24), rotate(id, 24)])
  expect((await findValidGeheimen(ctx, id)).toSorted()).toEqual([first, ...fresh].toSorted())
  expect(await ctx.db.geheim.count({ where: { vervaltOp: null } })).toBe(1)
})

test.each<[Credentialtype, RegExp, number]>([
  ['ACCESSTOKEN', /^([\w-]{43})$/, 43],
  ['STANDARDWEBHOOKS', /^whsec_([A-Za-z0-9+/]{43}=)$/, 44],
])('a secret of %s is 32 random bytes, and encrypted in the database', async (credentialtype, pattern) => {
  const { id, geheim } = await register(credentialtype)
  const [, encoded = ''] = pattern.exec(geheim ?? '') ?? []
  expect(Buffer.from(encoded, 'base64').byteLength).toBe(32)
  const stored = await ctx.db.geheim.findFirstOrThrow({ where: { abonnementId: id } })
  expect(stored.sleutelId).toBe('test-1')
  expect(Buffer.from(stored.versleuteld).toString('latin1')).not.toContain(encoded)
})

test.each<Credentialtype>(['JWT', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'])('%s has no secret to rotate', async (type) => {
  const { id, geheim } = await register(type)
  expect(geheim).toBeNull()
  expect(await rotateGeheim(ctx, { id, actor: OPDRACHTREGEL, overlapHours: 0 })).toEqual({
    ok: false,
    reason: 'no_secret',
  })
})

test('a client cannot rotate the secret of another client, and the desk can rotate any', async () => {
  const { id, geheim } = await register()
  const other = { ok: false, reason: 'not_found' }
  expect(await rotateGeheim(ctx, { id, client: 'ander', actor: OPDRACHTREGEL, overlapHours: 0 })).toEqual(other)
  expect(await findValidGeheimen(ctx, id)).toEqual([geheim])
  expect(await rotateGeheim(ctx, { id, actor: OPDRACHTREGEL, overlapHours: 0 })).toMatchObject({
    ok: true,
    credentialtype: 'ACCESSTOKEN',
  })
})

test('registering again keeps the secret without returning it, and another credentialtype replaces it', async () => {
  const { id, geheim } = await register('ACCESSTOKEN')
  expect(await register('ACCESSTOKEN')).toEqual({ id, geheim: null })
  expect(await findValidGeheimen(ctx, id)).toEqual([geheim])
  const replaced = await register('STANDARDWEBHOOKS')
  expect(await findValidGeheimen(ctx, id)).toEqual([replaced.geheim])
  expect(await register('JWT')).toEqual({ id, geheim: null })
  expect(await findValidGeheimen(ctx, id)).toEqual([])
})

test('of two concurrent registrations only one makes the secret', async () => {
  const both = await Promise.all([register(), register()])
  expect(both.map(({ geheim }) => geheim !== null).toSorted()).toEqual([false, true])
  expect(await ctx.db.geheim.count()).toBe(1)
})
