import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect } from 'vitest'
import { parseEvents } from '#lib/content/examine-content.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { findAgendaOfToken, readAgenda } from './agenda/handle-agenda.ts'
import { findBewijsOfZaak } from './bewijs/find-bewijs-of-zaak.ts'
import { findNieuweDocumenten, recordOpgehaald } from './bewijs/record-opgehaald.ts'
import { claimBewijzen, giveUpBewijzen, settleBewijzen } from './bewijs/send-bewijzen.ts'
import { findGegevens } from './gegevens/find-gegevens.ts'
import { orderHerinneringen } from './herinnering/order-herinneringen.ts'
import { acceptEvent } from './inbox/accept-event.ts'
import { acceptEvents } from './inbox/accept-events.ts'
import { sendInzendingen } from './inzending/send-inzendingen.ts'
import { createLiveHub } from './live/live-hub.ts'
import { openTestPage } from './live/test-page.ts'
import { isKnownMail, recordBounce } from './mail/bounce/read-bounces.ts'
import { claimMail } from './mail/claim-mail.ts'
import { endMail, refuseAdres, retryMail } from './mail/settle-mail.ts'
import { mailEnv } from './mail/test-mail.ts'
import { pushEnv } from './push/apparaat/test-apparaat.ts'
import { claimPush, endPush, forgetApparaat, retryPush } from './push/claim-push.ts'
import { createSessie } from './sign-in/burger/sessies.ts'
import { advanceBron, findStand } from './sync/bron-stand.ts'
import { processOphaalopdrachten } from './sync/process-ophaalopdrachten.ts'
import { storeZaak, updateKnownZaken } from './sync/store-zaak.ts'
import { SOURCE, startTestBron, statusGewijzigd } from './test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from './test-context.ts'
import { DOCUMENT, testZaak } from './test-zaak.ts'
import { countOldEncryptions, encryptAnew } from './upkeep/encrypt-anew.ts'
import { purge } from './upkeep/purge.ts'
import { countOngelezen, findBerichtenOfBurger } from './zaak/find-berichten-of-burger.ts'
import { findZakenOfBurger } from './zaak/find-zaken-of-burger.ts'
import { markGezien } from './zaak/mark-gezien.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const LATER = new Date(NOW.getTime() + 60 * SECOND_MS)
const PROOF = { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' }
const MANY_ZAKEN = 2000
const FEW_ZAKEN = 1
/** A burger with many zaken, such as a company. */
const MANY_BURGER = '0192f0c8-0000-7000-8000-000000000001'
/** More than one page of berichten. */
const ZAKEN_OF_ONE = 40
const EVENTS_PER_ZAAK = 4
const DUE = 5
/** The limit for a batch, including all its indexes and foreign keys. */
const LIMIT = 500

const GEGEVENS = JSON.stringify({ opschorting: null, aanvullingen: [], besluiten: [], documenten: [], ontwerp: null })

/** Creates citizens with a zaak and events each; for `waiting` of them a fetch is pending. */
const FILL = `
  with burgers as (
    insert into burger (id, bsn_hash, live_volgnummer)
    select gen_random_uuid(), gen_random_uuid(), 1 from generate_series(1, $1::int)
    returning id
  ), zaken as (
    insert into zaak (id, burger_id, zaaktype, gegevens, aanvullen_tot, reageren_tot, statuscode, versie,
      live_volgnummer, bijgewerkt_op)
    select gen_random_uuid(), id, (select identificatie from zaaktype), '${GEGEVENS}', current_date + 400, current_date + 400,
      'ontvangen', 1, 1, now() from burgers
    returning id, burger_id
  ), statussen as (
    insert into status (gebeurtenis_id, zaak_id, versie, soort, statuscode, datum_status_gezet)
    select gen_random_uuid(), id, 1, 'registratie', 'ontvangen', now() from zaken
  ), opdrachten as (
    insert into ophaalopdracht (zaak_id, volgende_poging)
    select id, case when row_number() over () <= ${DUE} then $3::timestamptz else $4::timestamptz end
    from zaken limit $2
  ), adressen as (
    insert into emailadres (burger_id, versleuteld, sleutel_id, taal, bevestigd_op, afmeldcode, verzoeken, verzoeken_sinds)
    select id, '', '', 'nl', now(), gen_random_uuid(), 1, now() from burgers
  ), verzonden as (
    insert into verzonden_mail (id, burger_id, zaak_id, retourcode, versies, verzonden_op)
    select gen_random_uuid(), burger_id, id, '', '{1}', $3 from zaken
  ), agendas as (
    insert into agenda (burger_id, token_hash, versleuteld, sleutel_id, taal, aangemaakt_op, opgehaald_op)
    select id, id::text, '', '', 'nl', $3, $3 from burgers
  ), mails as (
    insert into uitgaande_mail (id, soort, burger_id, zaak_id, van_versie, volgende_poging, aangemaakt_op)
    select gen_random_uuid(), 'zaak', burger_id, id, 0,
      case when row_number() over () <= ${DUE} then $3::timestamptz else $4::timestamptz end, $3
    from zaken limit $2
  ), apparaten as (
    insert into apparaat (id, burger_id, endpoint_hash, versleuteld, sleutel_id, taal, toegevoegd_op)
    select gen_random_uuid(), id, gen_random_uuid(), '', '', 'nl', now() from burgers
    returning id, burger_id
  ), pushes as (
    insert into uitgaande_push (id, apparaat_id, zaak_id, van_versie, volgende_poging, aangemaakt_op)
    select gen_random_uuid(), apparaten.id, zaken.id, 0,
      case when row_number() over () <= ${DUE} then $3::timestamptz else $4::timestamptz end, $3
    from zaken join apparaten using (burger_id) limit $2
  ), inzendingen as (
    insert into inzending (id, burger_id, zaak_id, soort, versie, nummer, tijdstip, volgende_poging)
    select gen_random_uuid(), burger_id, id, 'intrekking', 1, gen_random_uuid(), $3,
      case when row_number() over () <= ${DUE} then $3::timestamptz else $4::timestamptz end
    from zaken limit $2
  ), passed_on as (
    insert into inzending (id, burger_id, zaak_id, soort, versie, nummer, tijdstip, uitkomst)
    select gen_random_uuid(), burger_id, id, 'intrekking', 1, gen_random_uuid(), $3, 'recorded' from zaken
  ), bewijzen as (
    insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, volgende_poging)
    select '${SOURCE}', gen_random_uuid(), 'gezien', id, burger_id, $3,
      case when row_number() over () <= ${DUE} then $3::timestamptz else $4::timestamptz end
    from zaken limit $2
  ), told as (
    insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, gemeld_op)
    select '${SOURCE}', gen_random_uuid(), 'gezien', id, burger_id, $3::timestamptz - interval '1 year', $3 from zaken
  )
  insert into ontvangen_gebeurtenis (source, id, type, subject, sequence, body_sha256, credentialtype, kid, ontvangen_op)
  select '${SOURCE}', gen_random_uuid(), '', id, start + row_number() over (), '', 'JWT', '', now()
  from zaken, generate_series(1, ${EVENTS_PER_ZAAK}),
    (select coalesce(max(sequence), 0) as start from ontvangen_gebeurtenis) last`

const FILL_ONE = `
  with burger as (
    insert into burger (id, bsn_hash, live_volgnummer) values ('${MANY_BURGER}', 'many', 1) on conflict do nothing
  ), zaken as (
    insert into zaak (id, burger_id, zaaktype, gegevens, einddatum, statuscode, versie, live_volgnummer, bijgewerkt_op)
    select gen_random_uuid(), '${MANY_BURGER}', (select identificatie from zaaktype), '${GEGEVENS}',
      case when count > $1::int / 2 then now() end, 'ontvangen', 2, 1, now()
    from generate_series(1, $1) count
    returning id
  )
  insert into status (gebeurtenis_id, zaak_id, versie, soort, statuscode, datum_status_gezet)
  select gen_random_uuid(), id, versie, 'registratie', 'ontvangen', now() from zaken, generate_series(1, 2) versie`

const bron = await startTestBron()
bron.answers.set('GET /v1/zaken', ({ url = '' }) => {
  const wanted = new URL(url, 'http://localhost').searchParams.get('uuids') as string
  return { status: 200, body: { zaken: wanted.split(',').map((uuid) => testZaak({ uuid })), volgende: null } }
})
afterAll(() => bron.close())

async function fill(ctx: TestPublieksportaal, { few, idle }: Filling) {
  const { zaaktype } = testZaak()
  await ctx.db.zaaktype.createMany({
    data: { identificatie: zaaktype.identificatie, gegevens: zaaktype },
    skipDuplicates: true,
  })
  const bronFields = { origin: '', jwksUrl: '', status: 'actief', bijTotSequence: 0 } as const
  await ctx.db.bron.createMany({ data: { source: SOURCE, ...bronFields }, skipDuplicates: true })
  const zaken = few ? FEW_ZAKEN : MANY_ZAKEN
  await ctx.pool.query(FILL, [zaken, idle ? 0 : zaken, NOW, LATER])
  await ctx.pool.query(FILL_ONE, [few ? FEW_ZAKEN : ZAKEN_OF_ONE])
  const { _max } = await ctx.db.ontvangenGebeurtenis.aggregate({ _max: { sequence: true } })
  await ctx.db.bron.updateMany({ data: { bijTotSequence: (_max.sequence as number) - 2 } })
}

/** Makes events of known zaken. */
async function events(ctx: TestPublieksportaal, count: number) {
  const zaken = await ctx.db.zaak.findMany({ take: count, select: { id: true, statuscode: true } })
  const changes = zaken.map(({ id, statuscode }, index) =>
    statusGewijzigd({
      zaakId: id,
      oudeStatus: statuscode,
      nieuweStatus: 'in_behandeling',
      sequence: 1_000_000 + index,
    }),
  )
  return parseEvents(changes, { inBatch: true }).events
}

async function acceptOne(ctx: TestPublieksportaal) {
  const [event] = await events(ctx, 1)
  if (!event) throw new Error('There is no event')
  await acceptEvent(ctx, { event, proof: PROOF })
  await acceptEvent(ctx, { event, proof: PROOF })
}

async function tellOpenPage(ctx: TestPublieksportaal) {
  const [burger] = await ctx.db.burger.findMany({ take: 1 })
  const hub = createLiveHub(ctx)
  const page = await openTestPage(ctx, hub, burger?.id as string)
  page.cursor = 0
  await hub.refresh(burger?.id as string)
  hub.close()
}

async function showZaken(ctx: TestPublieksportaal) {
  await findZakenOfBurger(ctx, { burgerId: MANY_BURGER })
}

/** Fetches the agenda of one citizen, and a guessed address. */
async function fetchAgenda(ctx: TestPublieksportaal) {
  const times = { aangemaaktOp: NOW, opgehaaldOp: NOW }
  const create = { burgerId: MANY_BURGER, tokenHash: 'many', versleuteld: new Uint8Array(), sleutelId: '', ...times }
  await ctx.db.agenda.upsert({ where: { burgerId: MANY_BURGER }, create: { ...create, taal: 'nl' }, update: {} })
  const agenda = await findAgendaOfToken(ctx, 'many')
  if (!agenda) throw new Error('There is no agenda')
  expect(await readAgenda(ctx, agenda)).toContain('END:VCALENDAR')
  expect(await findAgendaOfToken(ctx, hashToken('guessed'))).toBeUndefined()
  await purge(ctx, 'agenda')
}

async function showBerichten(ctx: TestPublieksportaal) {
  await findBerichtenOfBurger(ctx, { burgerId: MANY_BURGER })
  await countOngelezen(ctx, MANY_BURGER)
}

/** Signing in reports every zaak of a citizen, so this is one with few. */
async function seeZaak(ctx: TestPublieksportaal) {
  const [zaak] = await ctx.db.zaak.findMany({ where: { burgerId: { not: MANY_BURGER } }, take: 1 })
  if (!zaak) throw new Error('There is no zaak')
  const document = { ...DOCUMENT, versie: 1 }
  await ctx.db.zaak.update({
    where: { id: zaak.id },
    data: { gezienVersie: 0, gegevens: { ...(zaak.gegevens as object), documenten: [document] } },
  })
  const given = { burgerId: zaak.burgerId, namens: null, zaakId: zaak.id }
  await markGezien(ctx, { ...given, versie: 1 })
  const { sessieId } = await createSessie(ctx, { burgerId: zaak.burgerId, naam: null })
  for (const [start, end] of [
    [0, 9],
    [9, document.grootte],
  ] as const)
    await recordOpgehaald(ctx, { ...given, document, sessieId, start, end })
  expect(await findNieuweDocumenten(ctx, given)).toEqual(new Set())
}

/** Sends one mail of each outcome. */
async function sendMails(ctx: TestPublieksportaal) {
  const mails = [await claimMail(ctx), await claimMail(ctx), await claimMail(ctx)].filter((mail) => mail)
  const [first, second, third] = mails
  if (first) await endMail(ctx, { mail: first, soort: 'gemaild', told: [1], replaced: [] })
  if (second) await retryMail(ctx, { mail: second, mayHaveArrived: false, random: 0.5 })
  if (!third) return
  const { burgerId, adres } = third
  await refuseAdres(ctx.pool, { burgerId, retourcode: adres.retourcode, code: '550 5.1.1', now: NOW })
}

/** Sends one push of each outcome. */
async function sendPushes(ctx: TestPublieksportaal) {
  const pushes = [await claimPush(ctx), await claimPush(ctx), await claimPush(ctx)].filter((push) => push !== undefined)
  const [first, second, third] = pushes
  if (first) await endPush(ctx, { push: first, tot: 1, isSent: true })
  if (second) await retryPush(ctx, { push: second, random: 0.5 })
  if (!third) return
  const { id, burgerId, endpointHash } = await ctx.db.apparaat.findUniqueOrThrow({ where: { id: third.apparaatId } })
  await forgetApparaat(ctx, { apparaatId: id, burgerId, endpointHash })
}

/** Reads a bounce of a sent mail and one of a possibly sent mail; no row is older than two weeks. */
async function readBounces(ctx: TestPublieksportaal) {
  const report = { code: '550 5.1.1', isAboutMailbox: true }
  const sent = await ctx.db.verzondenMail.findFirst()
  await isKnownMail(ctx, { mailId: sent?.id ?? uuidv7(), retourcode: '' })
  await recordBounce(ctx, { mailId: sent?.id ?? uuidv7(), retourcode: '', ...report })
  const claimed = await claimMail(ctx)
  if (claimed) await recordBounce(ctx, { mailId: claimed.id, retourcode: claimed.adres.retourcode, ...report })
  await purge(ctx, 'verzonden_mail')
}

/** Finds no row to re-encrypt, as on all days without a rotation. */
async function findOldEncryptions(ctx: TestPublieksportaal) {
  const newest = { id: 'nieuw', key: new Uint8Array(32) }
  const keys = [newest, ...ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS]
  const rotating = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: keys } }
  await encryptAnew(rotating)
  await countOldEncryptions(rotating)
}

async function showBewijs(ctx: TestPublieksportaal) {
  const { open, afgerond } = await findZakenOfBurger(ctx, { burgerId: MANY_BURGER })
  const [zaak] = [...open, ...afgerond]
  expect(await findBewijsOfZaak(ctx, { burgerId: MANY_BURGER, zaakId: zaak?.id as string })).toBeDefined()
}

async function reportSeen(ctx: TestPublieksportaal) {
  const [first, ...others] = await claimBewijzen(ctx)
  await settleBewijzen(ctx, { told: first ? [first] : [], givenUp: [], again: others, random: 0.5 })
  await giveUpBewijzen(ctx)
}

/** Stores a zaak and then its changes. */
async function store(ctx: TestPublieksportaal) {
  const [uuid, first, second] = [uuidv7(), uuidv7(), uuidv7()]
  await storeZaak(ctx, testZaak({ uuid, gebeurtenisIds: [first] }))
  const statuscodes = ['ontvangen', 'in_behandeling']
  expect(await updateKnownZaken(ctx, [testZaak({ uuid, statuscodes, gebeurtenisIds: [first, second] })])).toContain(
    uuid,
  )
}

/** Orders a herinnering for one zaak whose last day is near. */
async function remind(ctx: TestPublieksportaal) {
  const asked = { id: null, naam: 'Foto', toelichting: null, formulier: null, ontvangenOp: null }
  const opschorting = { soort: 'aanvulling', op: '2026-11-16', tot: '2026-11-30' } as const
  await storeZaak(ctx, { ...testZaak(), opschorting, aanvullingen: [asked] })
  await orderHerinneringen(ctx)
}

testPlans<TestPublieksportaal>({
  async create() {
    const ctx = await createTestPublieksportaal({
      clock: () => NOW,
      isNew: true,
      env: {
        PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: bron.api,
        PUBLIEKSPORTAAL_BRON: SOURCE,
        ...mailEnv({ url: 'smtp://127.0.0.1:1' }),
        ...pushEnv({ origin: 'http://127.0.0.1:1' }),
        PUBLIEKSPORTAAL_BOUNCE_ADDRESS: 'bounce@gemeente.test',
        PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: 'imap://a:b@127.0.0.1:1',
      },
    })
    return { ctx, url: ctx.env.PUBLIEKSPORTAAL_DATABASE_URL }
  },
  fill,
  async fillPart(ctx) {
    await fill(ctx, { few: false, idle: false })
    await ctx.pool.query('truncate status, ontvangen_gebeurtenis, inzending, bewijs, verzonden_mail cascade')
  },
  useCases: {
    'an event': acceptOne,
    'a batch of events': async (ctx) => acceptEvents(ctx, { events: await events(ctx, 5), proof: PROOF }),
    'what changed for an open page': tellOpenPage,
    'fetching zaken': (ctx) => processOphaalopdrachten(ctx),
    'storing a zaak': store,
    'the zaken of a citizen with many': showZaken,
    'the berichten of a citizen with many zaken': showBerichten,
    "a citizen's agenda": fetchAgenda,
    'all that is held about a citizen': (ctx) => findGegevens(ctx, MANY_BURGER),
    'a zaak that is seen': seeZaak,
    'what became of the changes of a zaak': showBewijs,
    'what is to be reported': reportSeen,
    'what citizens said that is to be passed on': (ctx) => sendInzendingen(ctx),
    'last days that are near': remind,
    'mails that are due': sendMails,
    'pushes that are due': sendPushes,
    'mails that come back': readBounces,
    'what an older key encrypted': findOldEncryptions,
    'how far the bron is': (ctx) => advanceBron(ctx),
    'of when a page is': (ctx) => findStand(ctx, MANY_BURGER),
  },
  limit: LIMIT,
})
