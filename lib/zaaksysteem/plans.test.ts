import { NIL } from 'uuid'
import { DAY_MS } from '#lib/platform/durations.ts'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { recordBewijzen } from './bewijs/record-bewijzen.ts'
import { catchUp } from './bezorging/catch-up.ts'
import { distributeAndClaim, distributeAndLease } from './bezorging/claim/distribute-and-lease.ts'
import { findBezorgingDetail } from './bezorging/overzicht/find-bezorging-detail.ts'
import { findBezorgingen } from './bezorging/overzicht/find-bezorgingen.ts'
import { findKwartieren, findStatistiek24u, findUren } from './bezorging/overzicht/find-statistiek.ts'
import { recordPogingen } from './bezorging/record/record-pogingen.ts'
import { addAbonnement, endedPoging } from './bezorging/test-abonnement.ts'
import { processHerstelacties } from './herstel/herstelactie.ts'
import { insertGebeurtenissen } from './outbox/compose-gebeurtenis.ts'
import { distributeGebeurtenissen } from './outbox/distribute-gebeurtenissen.ts'
import { countSignaleringen, findSignaleringen } from './signalering/find-signaleringen.ts'
import { signaleerOnbereikt, signaleerStilstand, signaleerTermijnen } from './signalering/raise-signaleringen.ts'
import { findGebeurtenissen } from './stroom/find-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from './test-context.ts'
import { grantOverdue, lapseTooEarly } from './upkeep/act-by-law.ts'
import { purgeExpired } from './upkeep/purge-expired.ts'
import { replanRetries } from './upkeep/replan-retries.ts'
import { resumeExpired } from './upkeep/resume-expired.ts'
import { skipPending } from './upkeep/skip-pending.ts'
import { exportWerkvoorraad } from './werkvoorraad/export-werkvoorraad.ts'
import { findZaakResources } from './zaak/api/resource/find-zaak-resource.ts'
import { findZakenPage } from './zaak/api/resource/find-zaken-page.ts'
import { recordBesluit } from './zaak/handelingen/besluit/record-besluit.ts'
import { changeStatus } from './zaak/handelingen/status/change-status.ts'
import { actorOf, LEZER, TRACEPARENT } from './zaak/test-zaak.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const LONG_AGO = new Date('2025-01-01T09:00:00Z')
const ABONNEMENTEN = 3
const PER_ZAAK = 4
/** Zaken without events are cheap to make. */
const ZAKEN_PER_BUSY = 4
const MANY_ZAKEN = 1500
const FEW_ZAKEN = 1
/** The most that a batch reads: the windows of all abonnementen, or 500 events to purge. */
const LIMIT = 1000
const BURST = 400
const CHANGES = 100
/** Dozens of rows and pages for each bezorging are normal. One for each pair would be quadratic. */
const BURST_LIMIT = 60 * BURST

const ZAKEN = `
  insert into zaak (id, identificatie, zaaktype, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
    einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op)
  select gen_random_uuid(), gen_random_uuid(), 'APV-STAND', 'Standplaats', '', '999990342',
    now() - interval '60 days', now(), now(),
    'ontvangen', 'ontvangen', 'Vergunningen', now()
  from generate_series(1, $1::int * ${ZAKEN_PER_BUSY})`

/**
 * Gives each zaak without history one: an aanvulling that was asked and came, a document, besluiten and a
 * team. The first `delivered` events of each busy zaak were delivered, and the next one is due.
 */
const HISTORY = `
  with nieuw as (
    select id from zaak where not exists (select from status where zaak_id = zaak.id)
  ), statussen as (
    insert into status (zaak_id, versie, soort, opschorting, statustype, statuscode, einddatum_gepland,
      uiterlijke_einddatum, datum_status_gezet, gebeurtenis_id)
    select id, versie, case versie when 0 then 'opschorting' else 'aanvulling_ontvangen' end,
      case versie when 0 then 'aanvulling'::opschorting end, 'ontvangen', 'ontvangen', now(), now(), $3,
      gen_random_uuid()
    from nieuw, generate_series(0, 1) versie
  ), gevraagd as (
    insert into aanvulling (id, zaak_id, versie, volgnummer, naam, ontvangen_op)
    select gen_random_uuid(), id, 0, 1, '', $3 from nieuw
  ), inzendingen as (
    insert into inzending (id, zaak_id, client, kenmerk, soort, tijdstip, ontvangen_op)
    select gen_random_uuid(), id, '', id, 'aanvulling', $3, $3 from nieuw
  ), bestanden as (
    insert into bestand (id, zaak_id, status, naam, versleuteld, sleutel_id, virusscan, aangemaakt_op)
    select gen_random_uuid(), id, 'geplaatst', '', '', '', 'schoon', $3 from nieuw
    returning id, zaak_id
  ), documenten as (
    insert into document (id, zaak_id, versie, richting, bestand_id, titel, informatieobjecttype, datum,
      vertrouwelijkheidaanduiding, documentversie)
    select gen_random_uuid(), zaak_id, 1, 'inkomend', id, '', '', $3, 'openbaar', 1 from bestanden
  ), toewijzingen as (
    insert into toewijzing (id, zaak_id, versie, van_team, naar_team, op)
    select gen_random_uuid(), id, 1, 'Vergunningen', 'Vergunningen', $3 from nieuw
  ), besloten as (
    insert into besluit (zaak_id, versie, id, besluittype, rechtsmiddel, datum, bekendmakingsdatum, ingangsdatum)
    select id, versie, gen_random_uuid(), 'verleend', 'bezwaar', now(), now(), now()
    from nieuw, generate_series(0, 1) versie
  ), busy as (
    select id from nieuw limit $1::int
  ), gebeurtenissen as (
    insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
    select gen_random_uuid(), busy.id, 'nl.overheid.zaken.zaakstatus-gewijzigd', $3::timestamptz,
      start + row_number() over (order by busy.id, step), '{}'
    from busy, generate_series(1, ${PER_ZAAK}) step,
      (select coalesce(max(sequence), 0) as start from gebeurtenis) last
    returning id, zaak_id, sequence
  ), distributed as (
    update verspreiding set tot_sequence = (select max(sequence) from gebeurtenissen)
  ), audited as (
    insert into auditregel (id, tijdstip, actor_soort, handeling, zaak_id, uitkomst)
    select id, $3::timestamptz, 'behandelaar', 'status_wijzigen', zaak_id, 'gelukt' from gebeurtenissen
  ), bezorgingen as (
    insert into bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence, status, pogingen, volgende_poging)
    select abonnement.id, event.id, zaak_id, sequence,
      case when step <= $2::int then 'bezorgd' else 'wachtend' end::bezorging_status, (step <= $2::int)::int,
      case when step = $2::int + 1 then $3::timestamptz end
    from (select *, row_number() over (partition by zaak_id order by sequence) as step from gebeurtenissen) event,
      abonnement
    where status = 'actief'
    order by sequence
    returning id, pogingen
  )
  insert into bezorgpoging (bezorging_id, nummer, begonnen_op, duur_ms, http_status, request_headers)
  select id, 1, $3::timestamptz, 12, 204, '{}' from bezorgingen where pogingen = 1`

const STOPPED = `
  insert into bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence)
  select abonnement.id, gebeurtenis.id, zaak_id, sequence
  from abonnement, (select * from gebeurtenis order by sequence desc limit 5) gebeurtenis
  where status = 'gepauzeerd'`

const SIGNALERINGEN = `
  with mijn as (
    update zaak set behandelaar_id = behandelaar.id
    from behandelaar where zaak.id in (select id from zaak order by nummer desc limit 4)
    returning zaak.id, behandelaar_id
  )
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
  select gen_random_uuid(), behandelaar_id, id, 'toegewezen', '', $1 from mijn`

const DEAD = `
  update bezorging set status = 'mislukt'
  where id in (select id from bezorging where status = 'bezorgd' order by id desc limit 5)`

async function addPeople(ctx: TestZaaksysteem) {
  if ((await ctx.db.abonnement.count()) > 0) return
  for (let i = 0; i < ABONNEMENTEN; i++) await addAbonnement(ctx)
  await addAbonnement(ctx, { status: 'gepauzeerd' })
  await ctx.db.behandelaar.create({ data: { subject: 'b', naam: 'B', team: 'T', rollen: ['behandelaar'] } })
}

async function fill({ pool }: TestZaaksysteem, { few, idle }: Filling) {
  const busy = few ? FEW_ZAKEN : MANY_ZAKEN
  await pool.query(ZAKEN, [busy])
  await pool.query(HISTORY, [busy, idle ? PER_ZAAK : 2, NOW])
  await pool.query('update gebeurtenis set vastgelegd_op = $1 where sequence <= 20', [LONG_AGO])
  await pool.query(SIGNALERINGEN, [NOW])
  if (idle) return
  await pool.query(STOPPED)
  await pool.query(DEAD)
}

async function changeOne(ctx: TestZaaksysteem) {
  const { id: zaakId, versie } = await ctx.db.zaak.findFirstOrThrow({ orderBy: { nummer: 'desc' } })
  const { id: behandelaarId } = await ctx.db.behandelaar.findFirstOrThrow()
  await changeStatus(ctx, {
    zaakId,
    versie,
    statustype: 'in_behandeling',
    gezetDoor: { behandelaarId },
    traceparent: TRACEPARENT,
  })
}

/** Records a besluit on a zaak that has some already. */
async function decideOne(ctx: TestZaaksysteem) {
  const { id: zaakId, versie } = await ctx.db.zaak.findFirstOrThrow({ orderBy: { nummer: 'desc' } })
  const { id: behandelaarId } = await ctx.db.behandelaar.findFirstOrThrow()
  const act = { zaakId, versie, gezetDoor: { behandelaarId }, traceparent: TRACEPARENT }
  const recorded = await recordBesluit(ctx, { ...act, besluittype: 'geweigerd' })
  if (!recorded.ok) throw new Error(recorded.reason)
}

async function exportSome(ctx: TestZaaksysteem) {
  const query = { afgehandeld: false, sorteer: 'zaaknummer', richting: 'af' } as const
  const actor = { soort: 'behandelaar', id: NIL, traceparent: TRACEPARENT } as const
  const limits = { max: 20, batch: 20 }
  for await (const _ of await exportWerkvoorraad(ctx, { query, lezer: LEZER, actor, limits })) break
}

/** Performs many acts in one statement, in which each row must find its own zaak. */
async function changeMany(ctx: TestZaaksysteem) {
  const zaken = await ctx.db.zaak.findMany({ orderBy: { nummer: 'desc' }, take: CHANGES })
  const { id: behandelaarId } = await ctx.db.behandelaar.findFirstOrThrow()
  const act = { gezetDoor: { behandelaarId }, traceparent: TRACEPARENT, statustype: 'in_behandeling' }
  const changes = zaken.map(({ id: zaakId, versie }) => changeStatus(ctx, { zaakId, versie, ...act }))
  await Promise.all(changes)
  await distributeGebeurtenissen(ctx)
}

/** New events while nothing else waits: the usual case of a worker. */
async function leaseNew(ctx: TestZaaksysteem) {
  await ctx.pool.query(EVENTS, [NOW, 3])
  const { claimed } = await distributeAndLease(ctx, { limit: 1024 })
  await recordPogingen(
    ctx,
    claimed.map((bezorging) => endedPoging(ctx, bezorging)),
  )
}

async function deliver(ctx: TestZaaksysteem, outcome: Parameters<typeof endedPoging>[2] = {}) {
  const { claimed } = await distributeAndClaim(ctx, { limit: 16 })
  await recordPogingen(
    ctx,
    claimed.map((bezorging) => endedPoging(ctx, bezorging, outcome)),
  )
}

const EVENTS = `
  with act as (
    select row_number() over () as n, gen_random_uuid() as gebeurtenis_id, id as zaak_id,
      'nl.overheid.zaken.zaakstatus-gewijzigd' as type, $1::timestamptz as vastgelegd_op, '{}' as event
    from (select id from zaak order by nummer desc limit $2::int) zaak
  )
  ${insertGebeurtenissen('act')}`

/** Distributes, claims and records many events together. Every other attempt ends as a dead letter. */
async function burst(ctx: TestZaaksysteem) {
  const before = await ctx.db.abonnement.findFirstOrThrow({ select: { maxGelijktijdig: true, toegestaneRate: true } })
  await ctx.db.abonnement.updateMany({ data: { maxGelijktijdig: 2 * BURST, toegestaneRate: 1_000_000 } })
  await ctx.pool.query(EVENTS, [NOW, BURST])
  const { claimed } = await distributeAndClaim(ctx, { limit: 2 * BURST })
  await recordPogingen(
    ctx,
    claimed.map((bezorging, index) => endedPoging(ctx, bezorging, index % 2 ? { foutsoort: 'duplicate' } : {})),
  )
  await ctx.db.abonnement.updateMany({ data: before })
  const ids = claimed.map(({ id }) => BigInt(id))
  await ctx.db.bezorging.updateMany({ where: { id: { in: ids } }, data: { status: 'bezorgd' } })
}

async function findSeveral(ctx: TestZaaksysteem) {
  const zaken = await ctx.db.zaak.findMany({ take: 3, select: { id: true } })
  await findZaakResources(
    ctx,
    zaken.map(({ id }) => id),
  )
}

async function lookAtSignaleringen(ctx: TestZaaksysteem) {
  const { id } = await ctx.db.behandelaar.findFirstOrThrow()
  await countSignaleringen(ctx, id)
  await findSignaleringen(ctx, actorOf(id))
}

async function reportSeen(ctx: TestZaaksysteem) {
  const kept = { body: { not: null } }
  const gebeurtenissen = await ctx.db.gebeurtenis.findMany({ where: kept, take: 5, orderBy: { sequence: 'desc' } })
  const bewijzen = gebeurtenissen.flatMap(({ id: gebeurtenisId }) =>
    (['gezien', 'mail_geweigerd'] as const).map((soort) => ({ gebeurtenisId, soort, tijdstip: NOW })),
  )
  const actor = { soort: 'api_client', id: 'publieksportaal', traceparent: TRACEPARENT } as const
  await recordBewijzen(ctx, { bewijzen, zaaktypen: undefined, actor })
}

async function comeBack(ctx: TestZaaksysteem) {
  await deliver(ctx, { httpStatus: 503, foutsoort: 'http_5xx' })
  await ctx.db.abonnement.updateMany({ data: { circuitOpenTot: null, circuitGeslotenOp: new Date(NOW.getTime() + 1) } })
  await catchUp(ctx)
  await ctx.db.abonnement.updateMany({ data: { circuitGeslotenOp: null } })
}

/** Runs the queries that show an API client one of its own abonnementen. */
async function lookAtBezorgingen(ctx: TestZaaksysteem) {
  const { id: abonnementId, client } = await ctx.db.abonnement.findFirstOrThrow({ where: { status: 'actief' } })
  await findStatistiek24u(ctx, [abonnementId])
  await findUren(ctx, abonnementId)
  await findKwartieren(ctx)
  await findBezorgingen(ctx, { abonnementId, client, status: 'mislukt' })
  const { regels } = await findBezorgingen(ctx, { abonnementId, client })
  await findBezorgingDetail(ctx, regels[0]?.id as string, client)
}

/** Replans as if the clock had been ahead at the last failure. */
async function replan(ctx: TestZaaksysteem) {
  await ctx.db.abonnement.updateMany({ data: { laatsteFoutOp: new Date(NOW.getTime() + DAY_MS) } })
  await replanRetries(ctx)
}

async function recover(ctx: TestZaaksysteem) {
  const { id: abonnementId } = await ctx.db.abonnement.findFirstOrThrow({ where: { status: 'actief' } })
  await ctx.db.herstelactie.create({ data: { abonnementId, vanaf: LONG_AGO, aangemaaktOp: NOW, totaal: 5 } })
  await processHerstelacties(ctx)
}

testPlans<TestZaaksysteem>({
  async create() {
    const ctx = await createTestZaaksysteem({ clock: () => NOW, isNew: true })
    return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
  },
  async fill(ctx, filling) {
    await addPeople(ctx)
    await fill(ctx, filling)
  },
  async fillPart(ctx) {
    await addPeople(ctx)
    await ctx.pool.query(ZAKEN, [MANY_ZAKEN])
  },
  useCases: {
    'a change of a status': changeOne,
    'changes at once': changeMany,
    'a besluit': decideOne,
    'an export, with what was decided': exportSome,
    'a bezorging': (ctx) => deliver(ctx),
    'a failed bezorging': (ctx) => deliver(ctx, { httpStatus: 500, foutsoort: 'http_5xx' }),
    'what is new': leaseNew,
    'a burst': burst,
    'what was seen': reportSeen,
    'a page of events': (ctx) => findGebeurtenissen(ctx, { vanaf: 10, limiet: 100 }),
    'several zaken': findSeveral,
    'a page of zaken': (ctx) => findZakenPage(ctx, { na: '00000000-0000-0000-0000-000000000000', limiet: 20 }),
    'the signaleringen in the menu and on their page': lookAtSignaleringen,
    'terms that are near': (ctx) => signaleerTermijnen(ctx),
    'terms that stand still': (ctx) => signaleerStilstand(ctx),
    'who must get a letter': (ctx) => signaleerOnbereikt(ctx),
    'terms that run again by themselves': (ctx) => resumeExpired(ctx),
    'what is given by law': (ctx) => grantOverdue(ctx),
    'ingebrekestellingen that were too early': (ctx) => lapseTooEarly(ctx),
    'a purge': (ctx) => purgeExpired(ctx),
    'a sink that is back': comeBack,
    'planning retries again': replan,
    'a herstelactie': recover,
    'what an API client sees of its bezorgingen': lookAtBezorgingen,
    'a stopped abonnement': (ctx) => skipPending(ctx),
  },
  limit: LIMIT,
  limits: { 'a burst': BURST_LIMIT, 'changes at once': 80 * CHANGES },
})
