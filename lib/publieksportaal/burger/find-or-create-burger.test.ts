import { beforeEach, expect, test } from 'vitest'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import type { PublieksportaalContext } from '../context.ts'
import { storeZaak, updateKnownZaken } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { bsnKeys, hashBsn } from './bsn-keys.ts'
import { findOrCreateBurger } from './find-or-create-burger.ts'
import { countOldHashes, requireBsnKeys } from './require-bsn-keys.ts'

const BSN = '999990342'
const OTHER = '999990408'
const [OLD, NEW] = [testSecret(), testSecret()]

const ctx = await openTestPublieksportaal()
beforeEach(async () => {
  await ctx.db.burger.deleteMany()
})

/** Returns a process with these keys, newest first. */
const withKeys = (...keys: string[]): PublieksportaalContext => ({
  ...ctx,
  env: { ...ctx.env, PUBLIEKSPORTAAL_BSN_HASH_KEY: bsnKeys.parse(keys.join()) },
})

const burgers = () => ctx.db.burger.findMany()

test('after a rotation the burger is the same, and is rehashed with the newest key', async () => {
  const before = await findOrCreateBurger(withKeys(OLD), BSN)
  const rotated = withKeys(NEW, OLD)
  expect(await countOldHashes(rotated)).toBe(1)
  expect(await findOrCreateBurger(rotated, BSN)).toEqual(before)
  expect(await countOldHashes(rotated)).toBe(0)
  expect(await findOrCreateBurger(withKeys(NEW), BSN)).toEqual(before)
  expect(await burgers()).toMatchObject([{ bsnHash: hashBsn(withKeys(NEW).env, BSN) }])
})

test('a burger from before keys had ids is found, and counts as old until then', async () => {
  const { id } = await ctx.db.burger.create({ data: { bsnHash: hashBsn(withKeys(OLD).env, BSN) } })
  expect(await countOldHashes(withKeys(OLD))).toBe(1)
  expect(await findOrCreateBurger(withKeys(OLD), BSN)).toEqual({ id })
  expect(await countOldHashes(withKeys(OLD))).toBe(0)
})

test('processes that share a key create one burger for a BSN, in any order of their keys', async () => {
  const processes = [withKeys(NEW, OLD), withKeys(OLD, NEW), withKeys(OLD), withKeys(OLD, NEW), withKeys(NEW, OLD)]
  const found = await Promise.allSettled(processes.map((each) => findOrCreateBurger(each, BSN)))
  const ids = found.flatMap((result) => (result.status === 'fulfilled' ? result.value.id : []))
  expect(new Set(ids).size).toBe(1)
  expect(await burgers()).toHaveLength(1)
})

test('a process that lacks a used key creates no burger, because the burger may exist under that key', async () => {
  const known = await findOrCreateBurger(withKeys(NEW), BSN)
  for (const bsn of [BSN, OTHER]) {
    await expect(findOrCreateBurger(withKeys(OLD), bsn)).rejects.toMatchObject({ code: 'bsn_key_missing' })
  }
  await expect(requireBsnKeys(withKeys(OLD))).rejects.toThrow('PUBLIEKSPORTAAL_BSN_HASH_KEY')
  await expect(requireBsnKeys(withKeys(OLD, NEW))).resolves.toBeUndefined()
  expect(await burgers()).toMatchObject([known])
})

test('a key that no burger uses may be missing', async () => {
  await findOrCreateBurger(withKeys(OLD), BSN)
  await findOrCreateBurger(withKeys(NEW, OLD), BSN)
  await findOrCreateBurger(withKeys(NEW), OTHER)
  expect(await burgers()).toHaveLength(2)
})

test('fetching a zaak rehashes its burger, which the citizen does not notice', async () => {
  const zaak = testZaak({ bsn: BSN })
  await storeZaak(withKeys(OLD), zaak)
  const before = await burgers()
  const rotated = withKeys(NEW, OLD)
  expect(await updateKnownZaken(rotated, [zaak])).toEqual(new Set())
  expect(await storeZaak(rotated, zaak)).toBe('unchanged')
  expect((await burgers())[0]?.liveVolgnummer).toBe(before[0]?.liveVolgnummer)
  expect(await countOldHashes(rotated)).toBe(0)
  expect(await updateKnownZaken(rotated, [zaak])).toEqual(new Set([zaak.uuid]))
})
