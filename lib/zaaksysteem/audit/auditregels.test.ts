import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { changeAbonnement, deleteAbonnement } from '../abonnement/change-abonnement.ts'
import { rotateGeheim } from '../abonnement/geheim/rotate-geheim.ts'
import { pauseAbonnement, resumeAbonnement } from '../abonnement/pause-abonnement.ts'
import { registerAbonnement } from '../abonnement/register-abonnement.ts'
import { requestHandshake } from '../abonnement/toestemming/request-toestemming.ts'
import { performHandshakes } from '../abonnement/toestemming/test-handshakes.ts'
import { startTestSink, type TestSink } from '../egress/test-sink.ts'
import { requestHerstel } from '../herstel/herstelactie.ts'
import { redeliver } from '../herstel/redeliver.ts'
import { addTestBezorgingen } from '../herstel/test-bezorgingen.ts'
import { rotateSleutels } from '../signing/rotate-sleutels.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { markMeldingGezien } from '../upkeep/mark-melding-gezien.ts'
import { purgeExpired } from '../upkeep/purge-expired.ts'
import type { Actor } from './recorded-transaction.ts'
import { clearAuditregels } from './test-auditregels.ts'

const SECRET_WORDS = ['J. de Vries', '999990342', 'Beheer van Bos', 'beheerder@leverancier.test']
let now = new Date('2026-11-25T09:00:00Z')
let ctx: TestZaaksysteem
let sink: TestSink
let beheerder: Actor
const lines: string[] = []

beforeAll(async () => {
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'debug')
  ctx = await createTestZaaksysteem({ clock: () => now, log })
  sink = await startTestSink()
  const { id } = await ctx.db.behandelaar.create({
    data: { subject: 's.bos', naam: 'Beheer van Bos', team: 'Beheer', rollen: ['beheerder'] },
  })
  beheerder = { soort: 'behandelaar', id }
})
beforeEach(async () => {
  await ctx.db.abonnement.deleteMany()
  await clearAuditregels(ctx)
  lines.length = 0
})
afterAll(async () => {
  await sink.close()
  await ctx.close()
})

async function register(actor = beheerder) {
  const registered = await registerAbonnement(ctx, {
    client: 'balie',
    actor,
    request: {
      protocol: 'HTTP',
      sink: sink.url,
      sinkcredential: { credentialtype: 'ACCESSTOKEN' },
      contact: 'beheerder@leverancier.test',
    },
  })
  if (!registered.ok) throw new Error(registered.reason)
  return registered.abonnement.id
}

const rows = async () =>
  (await ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })).map(({ handeling }) => handeling)
const logged = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'Handeling')

test('every handeling of a beheerder on an abonnement is stored and logged once, with its actor and no personal data', async () => {
  const actor = beheerder
  const id = await register()
  await requestHandshake(ctx, { id, actor })
  await performHandshakes(ctx)
  await changeAbonnement(ctx, { id, actor, change: { naam: 'J. de Vries' } })
  await pauseAbonnement(ctx, { id, actor })
  await resumeAbonnement(ctx, { id, actor })
  await rotateGeheim(ctx, { id, actor, overlapHours: 0 })
  await requestHerstel(ctx, { abonnementId: id, actor, vanaf: now })
  const melding = await ctx.db.melding.create({
    data: { abonnementId: id, soort: 'falend', gegeven: '50', aangemaaktOp: now },
  })
  await markMeldingGezien(ctx, { id: melding.id, actor })
  const [bezorgingId = ''] = await addTestBezorgingen(ctx, id, [{ status: 'bezorgd', afgerondOp: now }])
  await redeliver(ctx, { bezorgingId, actor })
  await deleteAbonnement(ctx, { id, actor })

  const abonnement = { objectSoort: 'abonnement', objectId: id }
  const expected = [
    { handeling: 'abonnement_registreren', ...abonnement },
    { handeling: 'geheim_tonen', ...abonnement },
    { handeling: 'abonnement_verifieren', ...abonnement },
    { handeling: 'abonnement_wijzigen', ...abonnement },
    { handeling: 'abonnement_pauzeren', ...abonnement },
    { handeling: 'abonnement_hervatten', ...abonnement },
    { handeling: 'geheim_wisselen', ...abonnement },
    { handeling: 'herstel_vragen', ...abonnement },
    { handeling: 'melding_zien', objectSoort: 'melding', objectId: melding.id },
    { handeling: 'bezorging_herhalen', objectSoort: 'bezorging', objectId: bezorgingId },
    { handeling: 'abonnement_verwijderen', ...abonnement },
  ].map((act) => ({ actorSoort: 'behandelaar', actor: beheerder.id, uitkomst: 'gelukt', ...act }))
  const stored = await ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })
  expect(stored).toMatchObject(expected.map((act) => ({ ...act, tijdstip: now })))
  expect(logged()).toMatchObject(expected)
  for (const word of SECRET_WORDS) expect(JSON.stringify(stored) + lines.join()).not.toContain(word)
})

test('every rotation of a signing key is recorded, also from the command line', async () => {
  const actor: Actor = { soort: 'opdrachtregel', id: 'opdrachtregel' }
  const [next] = await rotateSleutels(ctx, { actor, algs: ['ES256'] })
  await rotateSleutels(ctx, { actor, algs: ['ES256'] })
  const [direct] = await rotateSleutels(ctx, { actor: beheerder, algs: ['ES256'], direct: true })
  expect(await ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { actorSoort: 'opdrachtregel', actor: 'opdrachtregel', handeling: 'sleutel_wisselen', objectId: next?.kid },
    { actor: beheerder.id, handeling: 'sleutel_direct_wisselen', objectId: direct?.kid },
  ])
})

test('a refused handeling leaves neither an auditregel nor a log line', async () => {
  const id = await register()
  await clearAuditregels(ctx)
  lines.length = 0
  expect(await pauseAbonnement(ctx, { id, actor: beheerder })).toMatchObject({ ok: false })
  expect(await redeliver(ctx, { bezorgingId: '0', actor: beheerder })).toMatchObject({ ok: false })
  expect(await requestHerstel(ctx, { abonnementId: id, actor: beheerder, vanaf: now })).toMatchObject({ ok: false })
  expect(await deleteAbonnement(ctx, { id, client: 'ander', actor: beheerder })).toMatchObject({ ok: false })
  expect([await rows(), logged()]).toEqual([[], []])
})

test('a handeling whose auditregel cannot be written is rolled back and not logged', async () => {
  const id = await register()
  await ctx.db.abonnement.updateMany({ data: { status: 'actief' } })
  const [bezorgingId = ''] = await addTestBezorgingen(ctx, id, [{ status: 'bezorgd', afgerondOp: now }])
  lines.length = 0
  await ctx.pool.query('alter table auditregel add constraint full_disk check (false) not valid')
  try {
    await expect(pauseAbonnement(ctx, { id, actor: beheerder })).rejects.toThrow()
    await expect(redeliver(ctx, { bezorgingId, actor: beheerder })).rejects.toThrow()
  } finally {
    await ctx.pool.query('alter table auditregel drop constraint full_disk')
  }
  expect(await ctx.db.abonnement.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'actief' })
  expect(await ctx.db.bezorging.findFirstOrThrow()).toMatchObject({ status: 'bezorgd' })
  expect(logged()).toEqual([])
})

test('auditregels are deleted after 18 months', async () => {
  now = new Date('2020-01-01T09:00:00Z')
  const id = await register()
  now = new Date(now.getTime() + KEEP_AUDITREGELS_MS)
  await purgeExpired(ctx)
  expect(await rows()).toEqual(['abonnement_registreren', 'geheim_tonen'])
  now = new Date(now.getTime() + 1)
  await rotateGeheim(ctx, { id, actor: beheerder, overlapHours: 0 })
  await purgeExpired(ctx)
  expect(await rows()).toEqual(['geheim_wisselen'])
})
