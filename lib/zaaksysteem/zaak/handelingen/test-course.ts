import { randomUUID } from 'node:crypto'
import { NIL, v7 } from 'uuid'
import { addToDate } from '#lib/platform/calendar.ts'
import { findZaaktypeOf } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaktypeGegevens } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Handelingsoort } from '../wijziging/apply-change.ts'
import type { Handelingsnaam } from './handelingen.ts'

export const FIRST_DAY = '2026-03-02'
const LATER = '2026-03-16'
/** After the end of every term. */
const LATE = '2026-12-01'
const NEVER = new Date('2100-01-01')
const LATER_STILL = addToDate(LATE, 'P28D')

/** Dates that no zaak has. */
const DATUMS = { einddatumGepland: FIRST_DAY, uiterlijkeEinddatum: FIRST_DAY, doorgeschovenDagen: 0 }

const toelichting = 'Omdat het moet.'
export const GEVRAAGD = 'Foto van de kraam'
const AANVULLEN = {
  naam: 'aanvullen',
  input: { op: FIRST_DAY, uiterlijk: LATER, aanvullingen: [{ naam: 'Plattegrond' }, { naam: GEVRAAGD }] },
} as const

const INGEBREKESTELLING = { naam: 'ingebrekestelling', input: { op: LATER_STILL }, on: LATER_STILL } as const

const DECIDED_LATE = {
  resultaat: 'geweigerd',
  besluitdatum: LATER_STILL,
  bekendmakingsdatum: LATER_STILL,
  eerdereBesluiten: 'vervangen',
}

/** Placeholder in the input of a step: the last besluit in force. */
const LAST_BESLUIT = 'the besluit that was made last'

/** Placeholder in the input of a step: one of the aanvullingen requested last. */
const ONDERDEEL = 'one that was asked last'

/** Placeholders in the input of a step: a bestand that is no document yet, and the last added document. */
const LOS_BESTAND = 'bytes that were sent'
const LAST_DOCUMENT = 'the document that was added last'

type Step = {
  naam: Handelingsnaam
  input: object
  /** The soort of the change, when it differs from that of the act. */
  soort?: Handelingsoort
  /** the day of the act; FIRST_DAY when absent */
  on?: string
  /** creates what the step needs and no act creates */
  before?: (ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'once'>, zaakId: string) => Promise<unknown>
}

/** Every act, in an order in which one zaak allows all of them. */
export const COURSE: readonly Step[] = [
  { naam: 'status', input: { statustype: 'in_behandeling' } },
  { naam: 'corrigeren', input: { toelichting } },
  { naam: 'opschorten', input: { reden: 'overmacht', op: FIRST_DAY, tot: LATER } },
  { naam: 'hervatten', input: { op: FIRST_DAY } },
  { naam: 'stilstand-vervolgen', input: { reden: 'overmacht' }, before: leaveStilstand },
  { naam: 'hervatten', input: { op: FIRST_DAY } },
  { naam: 'verlengen', input: { dagen: 7, toelichting } },
  { naam: 'herstellen', input: { toelichting } },
  { naam: 'gegevens', input: { aanleiding: toelichting, omschrijving: 'Kraam op de markt' } },
  { naam: 'doorzenden', input: { naar: 'Waterschap', op: FIRST_DAY, geheel: false } },
  { naam: 'verlengen', input: { op: FIRST_DAY, dagen: 14, toelichting } },
  AANVULLEN,
  { naam: 'aanvulling-verlengen', input: { uiterlijk: addToDate(LATER, 'P7D') } },
  {
    naam: 'aanvulling-ontvangen',
    input: { op: FIRST_DAY, aanvullingen: [ONDERDEEL] },
    soort: 'aanvulling_deel_ontvangen',
  },
  { naam: 'aanvulling-ontvangen', input: { op: FIRST_DAY } },
  AANVULLEN,
  { naam: 'aanvulling-gemeld', input: { op: FIRST_DAY } },
  AANVULLEN,
  { naam: 'aanvulling-verlopen', input: {}, on: addToDate(LATER, 'P1D') },
  {
    naam: 'aanvulling-ontvangen',
    input: { op: addToDate(LATER, 'P1D') },
    soort: 'aanvulling_nagekomen',
    on: addToDate(LATER, 'P1D'),
  },
  { naam: 'vertraging-melden', input: { op: LATE, verwacht: addToDate(LATE, 'P28D'), toelichting }, on: LATE },
  { naam: 'herberekenen', input: { datums: DATUMS, ookLater: false, toelichting } },
  { naam: 'zienswijzen', input: { gekomen: false }, on: LATE, before: layOntwerp },
  { naam: 'van-rechtswege', input: {}, on: LATE, before: giveByLaw },
  INGEBREKESTELLING,
  { naam: 'ingebrekestelling-vervallen', input: {}, on: LATER_STILL, before: cameTooEarly },
  INGEBREKESTELLING,
  {
    naam: 'dwangsom-vaststellen',
    input: { bekendmakingsdatum: LATER_STILL, grond: 'onredelijk_laat' },
    on: LATER_STILL,
  },
  { naam: 'besluit-bekendmaken', input: { bekendmakingsdatum: LATER_STILL }, on: LATER_STILL },
  { naam: 'per-post', input: { op: FIRST_DAY } },
  { naam: 'intrekking-afwijzen', input: { toelichting }, before: (ctx, zaakId) => ask(ctx, zaakId, 'intrekking') },
  { naam: 'vraag-beantwoorden', input: { toelichting }, before: (ctx, zaakId) => ask(ctx, zaakId, 'vraag') },
  {
    naam: 'beslissen',
    input: { ...DECIDED_LATE, bestand: LOS_BESTAND, titel: 'Besluit', informatieobjecttype: 'besluit' },
    on: LATER_STILL,
    before: storeBestand,
  },
  { naam: 'besluit-vastleggen', input: { besluittype: 'geweigerd', vervangt: LAST_BESLUIT } },
  { naam: 'besluit-corrigeren', input: { besluit: LAST_BESLUIT, ingangsdatum: LATER, toelichting } },
  {
    naam: 'besluit-intrekken',
    input: { besluit: LAST_BESLUIT, vanaf: LATER, vervalreden: 'ingetrokken_overheid', toelichting },
  },
  { naam: 'heropenen', input: { toelichting } },
  {
    naam: 'document-toevoegen',
    input: { bestand: LOS_BESTAND, titel: 'Besluit', informatieobjecttype: 'besluit' },
    before: storeBestand,
  },
  { naam: 'document-intrekken', input: { document: LAST_DOCUMENT, toelichting } },
]

/** Returns the input of a step with its placeholders filled in. */
export async function inputOf({ db }: Pick<ZaaksysteemContext, 'db'>, input: object, zaakId: string): Promise<object> {
  const where = { zaakId, vervalreden: null }
  const last = await db.besluit.findFirst({ where, orderBy: { versie: 'desc' } })
  const asked = await db.aanvulling.findFirst({
    where: { zaakId },
    orderBy: [{ versie: 'desc' }, { volgnummer: 'asc' }],
  })
  const sent = await db.bestand.findFirst({ where: { zaakId, status: 'opgeslagen' } })
  const added = await db.document.findFirst({ where: { zaakId }, orderBy: { versie: 'desc' } })
  const ids = {
    [LAST_BESLUIT]: last?.id,
    [ONDERDEEL]: asked?.id,
    [LOS_BESTAND]: sent?.id,
    [LAST_DOCUMENT]: added?.id,
  }
  const named = Object.entries(ids).reduce((text, [name, id = NIL]) => text.replaceAll(name, id), JSON.stringify(input))
  return JSON.parse(named)
}

/** Stores a bestand as an upload leaves it. */
function storeBestand({ db }: Pick<ZaaksysteemContext, 'db'>, zaakId: string) {
  const what = { naam: 'besluit.pdf', formaat: 'application/pdf', grootte: 1234, sha256: '0'.repeat(64) }
  const sealed = { versleuteld: new Uint8Array(1), sleutelId: 'k', aangemaaktOp: new Date(`${FIRST_DAY}T09:00:00Z`) }
  return db.bestand.create({ data: { id: randomUUID(), zaakId, status: 'opgeslagen', ...what, ...sealed } })
}

function ask({ db }: Pick<ZaaksysteemContext, 'db'>, zaakId: string, soort: 'intrekking' | 'vraag') {
  const at = new Date(`${FIRST_DAY}T09:00:00Z`)
  const asks = { id: v7(), zaakId, client: 'portaal', kenmerk: v7(), soort }
  return db.inzending.create({ data: { ...asks, tijdstip: at, ontvangenOp: at } })
}

/** Stores a stilstand that must continue. The act that ends an aanvulling would continue it at once. */
function leaveStilstand({ db }: Pick<ZaaksysteemContext, 'db'>, id: string) {
  const daarna = { daarnaReden: 'overmacht', daarnaOp: new Date(FIRST_DAY), daarnaTot: new Date(LATER) }
  return db.zaak.update({ where: { id }, data: daarna })
}

/** Stores an ingebrekestelling that came too early. The act that shows this would lapse it at once. */
function cameTooEarly({ db }: Pick<ZaaksysteemContext, 'db'>, id: string) {
  return db.zaak.update({ where: { id }, data: { ingebrekegesteldOp: new Date(FIRST_DAY) } })
}

/** Gives the zaak a version of its zaaktype with vanRechtswege, which its own version lacks. */
function giveByLaw(ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'once'>, zaakId: string) {
  return changeZaaktype(ctx, zaakId, () => ({ vanRechtswege: { resultaat: 'verleend', grondslag: 'APV 1:9' } }))
}

/** Gives the zaak a version of its zaaktype whose next status lays the ontwerp ter inzage. */
async function layOntwerp(ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'once'>, zaakId: string) {
  await changeZaaktype(ctx, zaakId, ({ statustypen }) => ({
    statustypen: statustypen.map((type, index) => ({ ...type, minstens: index === 1 ? 'P6W' : null })),
  }))
  await ctx.db.zaak.update({ where: { id: zaakId }, data: { ontwerpdatum: new Date(FIRST_DAY) } })
}

/** Gives the zaak a changed version of its zaaktype, which no other zaak gets. */
async function changeZaaktype(
  { db, pool, once }: Pick<ZaaksysteemContext, 'db' | 'pool' | 'once'>,
  zaakId: string,
  change: (gegevens: ZaaktypeGegevens) => Partial<ZaaktypeGegevens>,
) {
  const { zaaktype: identificatie, zaaktypeversie } = await db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  const typeversie = await db.zaaktypeversie.findUniqueOrThrow({
    where: { identificatie_versie: { identificatie, versie: zaaktypeversie } },
  })
  const was = typeversie.gegevens as ZaaktypeGegevens
  const gegevens = { ...was, ...change(was) }
  const { _max: newest } = await db.zaaktypeversie.aggregate({ where: { identificatie }, _max: { versie: true } })
  const own = (newest.versie as number) + 1
  const since = { vastgelegdOp: new Date(FIRST_DAY), geldigVanaf: new Date(FIRST_DAY) }
  await db.zaaktypeversie.create({ data: { ...typeversie, gegevens, versie: own, ...since } })
  // versions are cached, so this keeps the original geldigVanaf in the cache
  await findZaaktypeOf({ pool, once }, { zaaktype: identificatie, zaaktypeversie: own })
  await db.zaaktypeversie.updateMany({ where: { identificatie, versie: own }, data: { geldigVanaf: NEVER } })
  await db.zaak.update({ where: { id: zaakId }, data: { zaaktypeversie: own } })
}

/** The id of the besluit in INPUTS. */
export const BESLUIT_ID = '0199a3f0-1b2c-7e4d-a5f6-000000000001'

/** The ids of the bestand and of the document in INPUTS. */
export const BESTAND_ID = '0199a3f0-1b2c-7e4d-a5f6-000000000002'
export const DOCUMENT_ID = '0199a3f0-1b2c-7e4d-a5f6-000000000003'

/** Inputs for each act on the given days. An act for which none of these is accepted counts as impossible. */
export const INPUTS: Record<Handelingsnaam, (days: readonly string[]) => object[]> = {
  status: () => ['in_behandeling', 'besloten'].map((statustype) => ({ statustype, resultaat: 'verleend' })),
  opschorten: (days) =>
    ['overmacht', 'aanvrager_stemt_in'].flatMap((reden) => days.map((op) => ({ reden, op, tot: LATE, toelichting }))),
  hervatten: (days) => days.map((op) => ({ op })),
  verlengen: (days) => days.map((op) => ({ op, dagen: 1, toelichting })),
  aanvullen: (days) => days.map((op) => ({ op, uiterlijk: LATE, aanvullingen: [], toelichting })),
  'aanvulling-verlengen': (days) => [...days, LATE].map((uiterlijk) => ({ uiterlijk })),
  'aanvulling-gemeld': (days) => days.map((op) => ({ op })),
  'aanvulling-ontvangen': (days) => days.map((op) => ({ op })),
  'aanvulling-verlopen': () => [{}],
  zienswijzen: () => [{ gekomen: true }, { gekomen: false }],
  'vertraging-melden': () => [{ verwacht: LATE, toelichting }],
  ingebrekestelling: (days) => days.map((op) => ({ op })),
  'ingebrekestelling-vervallen': () => [{}],
  'stilstand-vervolgen': () => [{}],
  herberekenen: () => [{ datums: DATUMS, ookLater: true, toelichting }],
  'dwangsom-vaststellen': (days) =>
    days.map((bekendmakingsdatum) => ({ bekendmakingsdatum, grond: 'geen_belanghebbende' })),
  'per-post': (days) => days.map((op) => ({ op })),
  'intrekking-afwijzen': () => [{ toelichting }],
  'vraag-beantwoorden': () => [{ toelichting }],
  doorzenden: () => [{ naar: 'Waterschap', op: FIRST_DAY, geheel: false }],
  'van-rechtswege': () => [{}],
  'besluit-bekendmaken': (days) => days.map((bekendmakingsdatum) => ({ bekendmakingsdatum })),
  'besluit-vastleggen': () =>
    [undefined, BESLUIT_ID].map((vervangt) => ({
      besluittype: 'verleend',
      besluitdatum: FIRST_DAY,
      vervangt,
      toelichting,
    })),
  'besluit-corrigeren': (days) =>
    days.map((ingangsdatum) => ({
      besluit: BESLUIT_ID,
      bekendmakingsdatum: FIRST_DAY,
      ingangsdatum,
      toelichting,
    })),
  'besluit-intrekken': (days) => days.map((vanaf) => ({ besluit: BESLUIT_ID, vanaf, toelichting })),
  corrigeren: () => [{ toelichting }],
  herstellen: () => [{ toelichting }],
  gegevens: () => [
    { aanleiding: toelichting, omschrijving: 'Iets anders', initiator: { naam: 'J. Jansen', bsn: '999992806' } },
  ],
  heropenen: () => [{}],
  beslissen: (days) => days.map((einddatum) => ({ resultaat: 'ingetrokken', einddatum, toelichting })),
  'document-toevoegen': () => [{ bestand: BESTAND_ID, titel: 'Brief', informatieobjecttype: 'brief' }],
  'document-intrekken': () => [{ document: DOCUMENT_ID, toelichting }],
}
