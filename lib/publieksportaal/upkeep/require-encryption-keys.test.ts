import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { startTestPushService } from '#tools/servers/push-service.ts'
import { setAgenda, stopAgenda } from '../agenda/agenda-adres.ts'
import { storeBestand } from '../bestand/store-bestand.ts'
import { GEHEIM_OVERLAP_HOURS, storeGeheim } from '../bron/geheim.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { removeEmailadres } from '../mail/emailadres/forget-emailadres.ts'
import { setEmailadres } from '../mail/emailadres/set-emailadres.ts'
import { mailEnv } from '../mail/test-mail.ts'
import { removeApparaat } from '../push/apparaat/apparaten.ts'
import { addBurgerWithApparaat, pushEnv } from '../push/apparaat/test-apparaat.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { requireEncryptionKeys } from './require-encryption-keys.ts'

const newGeheim = () => `whsec_${randomBytes(32).toString('base64')}`

let now = new Date('2026-11-25T09:00:00Z')
const service = await startTestPushService()
const env = { ...mailEnv({ url: 'smtp://127.0.0.1:1' }), ...pushEnv(service) }
const ctx = await createTestPublieksportaal({ clock: () => now, env })
afterAll(async () => {
  await ctx.close()
  await service.close()
})

test('a key is needed as long as it opens a secret of the bron', async () => {
  const key = { id: 'nieuw', key: new Uint8Array(randomBytes(32)) }
  const renewed = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: [key] } }
  await requireEncryptionKeys(renewed)
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: 'only its hash is kept' })
  await requireEncryptionKeys(renewed)

  await registerTestBron(ctx, { credentialtype: 'STANDARDWEBHOOKS', secret: newGeheim() })
  const missing = 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS: secrets in the database need the key "test-1", which is missing'
  await expect(requireEncryptionKeys(renewed)).rejects.toMatchObject({ problems: [missing] })
  await requireEncryptionKeys(ctx)

  await storeGeheim(renewed, { credentialtype: 'STANDARDWEBHOOKS', secret: newGeheim() })
  await expect(requireEncryptionKeys(renewed)).rejects.toMatchObject({ problems: [missing] })
  now = new Date(now.getTime() + GEHEIM_OVERLAP_HOURS * HOUR_MS)
  await requireEncryptionKeys(renewed)
})

test('a key is needed as long as it opens the address of a citizen', async () => {
  const key = { id: 'nieuw', key: new Uint8Array(randomBytes(32)) }
  const renewed = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: [key] } }
  await ctx.db.bronGeheim.deleteMany()
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990342')
  await setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres: 'inwoner@mail.test', taal: 'nl' })
  await expect(requireEncryptionKeys(renewed)).rejects.toMatchObject({ code: 'configuration_invalid' })
  await requireEncryptionKeys(ctx)
  await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
  await requireEncryptionKeys(renewed)
})

test("a key is needed as long as it opens the address of a citizen's agenda", async () => {
  const key = { id: 'nieuw', key: new Uint8Array(randomBytes(32)) }
  const renewed = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: [key] } }
  await ctx.db.bronGeheim.deleteMany()
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990342')
  await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'nl' })
  await expect(requireEncryptionKeys(renewed)).rejects.toMatchObject({ code: 'configuration_invalid' })
  await requireEncryptionKeys(ctx)
  await stopAgenda(ctx, { burgerId, gemachtigdeId: null })
  await requireEncryptionKeys(renewed)
})

test('a key is needed as long as it opens a device of a citizen', async () => {
  const key = { id: 'nieuw', key: new Uint8Array(randomBytes(32)) }
  const renewed = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: [key] } }
  await ctx.db.bronGeheim.deleteMany()
  const { burgerId, apparaatId } = await addBurgerWithApparaat(ctx, service, { bsn: '999990342' })
  await expect(requireEncryptionKeys(renewed)).rejects.toMatchObject({ code: 'configuration_invalid' })
  await requireEncryptionKeys(ctx)
  await removeApparaat(ctx, { burgerId, gemachtigdeId: null, apparaatId })
  await requireEncryptionKeys(renewed)
})

test('a key is needed as long as it opens a bestand of a citizen', async () => {
  const key = { id: 'nieuw', key: new Uint8Array(randomBytes(32)) }
  const renewed = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: [key] } }
  await ctx.db.bronGeheim.deleteMany()
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990342')
  const zaak = testZaak({ bsn: '999990342' })
  await storeZaak(ctx, zaak)
  const bytes = Readable.from([Buffer.from('%PDF-1.7\n%%EOF')])
  await storeBestand(ctx, { burgerId, zaakId: zaak.uuid, aanvulling: randomUUID() }, { naam: 'tekening', bytes })
  await expect(requireEncryptionKeys(renewed)).rejects.toMatchObject({ code: 'configuration_invalid' })
  await requireEncryptionKeys(ctx)
  await ctx.db.bestand.deleteMany()
  await requireEncryptionKeys(renewed)
})
