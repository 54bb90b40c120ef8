import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigurationError } from '#lib/platform/env.ts'
import { makeGeheim } from '../abonnement/geheim/geheim.ts'
import { rotateGeheim } from '../abonnement/geheim/rotate-geheim.ts'
import { storeToegang } from '../abonnement/toegang/toegang.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { storeBestand } from '../bestand/store-bestand.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { rotateSleutels } from '../signing/rotate-sleutels.ts'
import { ensureSleutels } from '../signing/signing-keys.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { requireEncryptionKeys } from './require-encryption-keys.ts'

type Key = ReturnType<typeof newKey>

const newKey = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })
const [OUD, NIEUW] = [newKey('oud'), newKey('nieuw')]
const MISSING = ['ZAAKSYSTEEM_ENCRYPTION_KEYS: secrets in the database need the key "oud", which is missing']

let ctx: TestZaaksysteem
beforeEach(async () => {
  ctx = await createTestZaaksysteem()
})
afterEach(() => ctx.close())

function withKeys(...keys: Key[]) {
  return { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_ENCRYPTION_KEYS: keys } }
}

async function problemsWith(...keys: Key[]): Promise<string[]> {
  try {
    await requireEncryptionKeys(withKeys(...keys))
    return []
  } catch (error) {
    return error instanceof ConfigurationError ? error.problems : expect.fail(String(error))
  }
}

async function addGeheim(keys: Key[]): Promise<string> {
  const abonnementId = await addAbonnement(ctx, { credentialtype: 'ACCESSTOKEN' })
  await makeGeheim(withKeys(...keys), ctx.db, { abonnementId, credentialtype: 'ACCESSTOKEN' })
  return abonnementId
}

test('an empty database needs no key', async () => {
  expect(await problemsWith(NIEUW)).toEqual([])
})

test('the key of an encrypted signing key is required until that has made its last signature', async () => {
  await ensureSleutels(withKeys(OUD))
  expect(await problemsWith(NIEUW)).toEqual(MISSING)
  expect(await problemsWith(NIEUW, OUD)).toEqual([])
  await rotateSleutels(withKeys(NIEUW), { actor: OPDRACHTREGEL, direct: true })
  expect(await problemsWith(NIEUW)).toEqual([])
})

test('the key of an encrypted geheim is required until that has expired', async () => {
  const id = await addGeheim([OUD])
  expect(await problemsWith(NIEUW)).toEqual(MISSING)
  await rotateGeheim(withKeys(NIEUW, OUD), { id, actor: OPDRACHTREGEL, overlapHours: 1 })
  expect(await problemsWith(NIEUW)).toEqual(MISSING)
  await rotateGeheim(withKeys(NIEUW, OUD), { id, actor: OPDRACHTREGEL, overlapHours: 0 })
  expect(await problemsWith(NIEUW)).toEqual([])
})

test('the key of encrypted toegangsgegevens is required as long as those are stored', async () => {
  const abonnementId = await addAbonnement(ctx)
  const headers = { soort: 'headers', gegevens: { 'X-A': 'b' }, kenmerk: 'X-A', verlooptOp: null } as const
  await storeToegang(withKeys(OUD), ctx.db, { abonnementId, changes: [headers] })
  expect(await problemsWith(NIEUW)).toEqual(MISSING)
  await storeToegang(withKeys(NIEUW, OUD), ctx.db, { abonnementId, changes: [headers] })
  expect(await problemsWith(NIEUW)).toEqual([])
})

test('the key of an encrypted bestandssleutel is required as long as there is one', async () => {
  const { id: zaakId } = await registerTestZaak(ctx)
  const send = (key: Key, aan: string) =>
    storeBestand(withKeys(key), { zaakId, naam: 'brief', bytes: Readable.from([Buffer.from(`Geachte ${aan}`)]) })
  const sent = [await send(NIEUW, 'heer'), await send(OUD, 'mevrouw'), await send(OUD, 'buren')]
  expect(sent.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(await problemsWith(NIEUW)).toEqual(MISSING)
  expect(await problemsWith(NIEUW, OUD)).toEqual([])
  await ctx.db.bestand.deleteMany({ where: { sleutelId: 'oud' } })
  expect(await problemsWith(NIEUW)).toEqual([])
})

test('the error names all missing keys, and a key that was replaced under the same id', async () => {
  await addGeheim([OUD])
  await ensureSleutels(withKeys(NIEUW))
  expect(await problemsWith(newKey('nieuw'))).toEqual([
    'ZAAKSYSTEEM_ENCRYPTION_KEYS: the key "nieuw" does not decrypt the secrets in the database',
    ...MISSING,
  ])
})

test('waits for a database that does not respond, until the process stops', async () => {
  const stop = new AbortController()
  let waits = 0
  const pool = { query: () => Promise.reject(new Error('the database system is starting up')) }
  const away = { ...ctx, pool: pool as never, wait: async () => void (++waits === 3 && stop.abort()) }
  await requireEncryptionKeys(away, stop.signal)
  expect(waits).toBe(3)
})
