import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { startTestPushService } from '#tools/servers/push-service.ts'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { findAgenda, setAgenda } from '../agenda/agenda-adres.ts'
import { openBestand } from '../bestand/bestand-store.ts'
import { storeBestand } from '../bestand/store-bestand.ts'
import { signingKey } from '../bewijs/handtekening/bewijssleutels.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { findOrCreateBurger, keepBurgerOf } from '../burger/find-or-create-burger.ts'
import { findVestigingsnummer } from '../burger/identiteit.ts'
import type { PublieksportaalContext } from '../context.ts'
import { encryptAdres, findEmailadres } from '../mail/emailadres/emailadres.ts'
import { setEmailadres } from '../mail/emailadres/set-emailadres.ts'
import { sendMails } from '../mail/send-mails.ts'
import { addAdres, mailEnv, tokenIn } from '../mail/test-mail.ts'
import { decryptSubscription } from '../push/apparaat/push-subscription.ts'
import { addBurgerWithApparaat, pushEnv } from '../push/apparaat/test-apparaat.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { countOldEncryptions, ENCRYPTED, encryptAnew } from './encrypt-anew.ts'
import { requireEncryptionKeys } from './require-encryption-keys.ts'

const ADRES = 'inwoner@mail.test'
const VESTIGING = { kvkNummer: '90000012', vestigingsnummer: '000000000012' }
const MANY = 1_100
let lines: string[]
const smtp = await startTestSmtp()
const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
const service = await startTestPushService()
const ctx = await createTestPublieksportaal({ log, env: { ...mailEnv(smtp), ...pushEnv(service) } })
beforeEach(async () => {
  lines = []
  smtp.received.length = 0
  await ctx.db.burger.deleteMany()
  await ctx.db.bron.deleteMany()
  await ctx.db.bewijssleutel.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await smtp.close()
  await service.close()
})

const newKey = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })
const withKeys = (
  ...keys: PublieksportaalContext['env']['PUBLIEKSPORTAAL_ENCRYPTION_KEYS']
): PublieksportaalContext => ({
  ...ctx,
  env: { ...ctx.env, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: keys },
})
/** Returns the contexts after a rotation: one with both keys, one with the new key only. */
function rotate() {
  const young = newKey('nieuw')
  return { both: withKeys(young, ...ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS), after: withKeys(young) }
}

async function giveAdres(bsn = '999990342') {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  await setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres: ADRES, taal: 'nl' })
  return burgerId
}

async function giveManyAdressen() {
  const burgers = Array.from({ length: MANY }, () => ({ id: crypto.randomUUID(), bsnHash: crypto.randomUUID() }))
  await ctx.db.burger.createMany({ data: burgers })
  const data = burgers.map(({ id: burgerId }) => {
    const fields = { taal: 'nl', verzoeken: 1, verzoekenSinds: new Date(), afmeldcode: burgerId } as const
    return { burgerId, ...fields, ...encryptAdres(ctx, { burgerId, adres: ADRES }) }
  })
  await ctx.db.emailadres.createMany({ data })
  return burgers.map(({ id }) => id).toSorted()
}

test('every table with encrypted rows is re-encrypted', async () => {
  const { rows } = await ctx.pool.query<{ table: string }>(
    `select table_name as table from information_schema.columns where column_name = 'versleuteld' order by 1`,
  )
  expect(rows.map(({ table }) => table)).toEqual(ENCRYPTED.map(({ table }) => table).toSorted())
})

test('after a rotation the old key is needed until every row is re-encrypted', async () => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  await registerTestBron(ctx, { credentialtype: 'STANDARDWEBHOOKS', secret })
  const burgerId = await giveAdres()
  await addAdres(ctx, { burgerId, adres: ADRES })
  await setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres: 'ander@mail.test', taal: 'nl' })
  await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'nl' })
  const agenda = await findAgenda(ctx, { burgerId })
  const { apparaatId, subscription } = await addBurgerWithApparaat(ctx, service, { bsn: '999990342' })
  const vestiging = await keepBurgerOf(ctx, VESTIGING)
  const { kid } = await signingKey(ctx)
  const zaak = testZaak({ bsn: '999990342' })
  await storeZaak(ctx, zaak)
  const bytes = Buffer.from('%PDF-1.7\n%%EOF')
  const of = { burgerId, zaakId: zaak.uuid, aanvulling: crypto.randomUUID() }
  await storeBestand(ctx, of, { naam: 'tekening', bytes: Readable.from([bytes]) })
  const { both, after } = rotate()
  await expect(requireEncryptionKeys(after)).rejects.toMatchObject({ code: 'configuration_invalid' })
  // the new address gets a confirmation link, and the working one a notice
  expect(await countOldEncryptions(both)).toBe(ENCRYPTED.length + 1)

  await encryptAnew(both)
  expect(await countOldEncryptions(both)).toBe(0)
  await requireEncryptionKeys(after)
  expect(await findEmailadres(after, { burgerId })).toMatchObject({ adres: ADRES, nieuw: { adres: 'ander@mail.test' } })
  expect(await findAgenda(after, { burgerId })).toEqual(agenda)
  const apparaat = await ctx.db.apparaat.findUniqueOrThrow({ where: { id: apparaatId } })
  expect(decryptSubscription(after, { apparaatId, ...apparaat })).toEqual(subscription)
  expect(await signingKey(after)).toMatchObject({ kid })
  expect(await findVestigingsnummer(after, vestiging.id)).toBe(VESTIGING.vestigingsnummer)
  const bestand = await ctx.db.bestand.findFirstOrThrow({ where: { zaakId: zaak.uuid } })
  expect(await buffer(openBestand(after, { ...bestand, grootte: bytes.byteLength }))).toEqual(bytes)
  await sendMails(after)
  expect(smtp.received.map(({ to }) => to).toSorted()).toEqual([['ander@mail.test'], [ADRES]])
  const asked = smtp.received.find(({ to }) => to[0] !== ADRES)
  expect(tokenIn(asked?.body ?? '')).toBeDefined()
  expect(lines).toEqual([])
})

test('a queued mail with a link still needs its old key', async () => {
  await giveAdres()
  await ctx.db.emailadres.updateMany({ data: { versleuteld: null, sleutelId: null } })
  await expect(requireEncryptionKeys(rotate().after)).rejects.toMatchObject({ code: 'configuration_invalid' })
})

test('with one key nothing is rewritten', async () => {
  await giveAdres()
  const before = await ctx.db.emailadres.findMany()
  await encryptAnew(ctx)
  expect(await ctx.db.emailadres.findMany()).toEqual(before)
})

test('several processes at once re-encrypt every one of many rows', async () => {
  const burgerIds = await giveManyAdressen()
  const { both, after } = rotate()
  await Promise.all([encryptAnew(both), encryptAnew(both), encryptAnew(both)])
  expect(await countOldEncryptions(both)).toBe(0)
  for (const burgerId of [burgerIds[0], burgerIds.at(-1)] as string[]) {
    expect(await findEmailadres(after, { burgerId })).toMatchObject({ adres: ADRES })
  }
})

test('a row that cannot be decrypted is logged and does not block others', async () => {
  const [first, second] = [await giveAdres(), await giveAdres('999990019')].toSorted() as [string, string]
  await ctx.pool.query(`update emailadres set versleuteld = '\\x00' where burger_id = $1`, [first])
  await ctx.db.uitgaandeMail.deleteMany()
  const { both, after } = rotate()
  await encryptAnew(both)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ objectId: first }])
  expect(lines.join()).not.toContain(ADRES)
  expect(await findEmailadres(after, { burgerId: second })).toMatchObject({ adres: ADRES })
})

test('an address that the citizen changes during the re-encryption keeps the change', async () => {
  const burgerId = await giveAdres()
  const { both } = rotate()
  const other = await ctx.pool.connect()
  await other.query('begin')
  const changed = encryptAdres(ctx, { burgerId, adres: 'ander@mail.test' })
  await other.query('update emailadres set versleuteld = $2 where burger_id = $1', [burgerId, changed.versleuteld])
  const encrypting = encryptAnew(both)
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await ctx.pool.query(waits)).rowCount).toBe(1)
  await other.query('commit')
  other.release()
  await encrypting
  expect(await findEmailadres(ctx, { burgerId })).toMatchObject({ adres: 'ander@mail.test' })
  await encryptAnew(both)
  expect(await findEmailadres(both, { burgerId })).toMatchObject({ adres: 'ander@mail.test' })
  expect(await countOldEncryptions(both)).toBe(0)
})
