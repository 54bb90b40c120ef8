import { validate } from 'uuid'
import type { StatusSoort } from '#lib/contract/event-types.ts'
import { isoDate, withIsoDates } from '#lib/platform/calendar.ts'
import { findGemeldSinds, isGezien, toBewijzen } from '../../bewijs/find-bewijzen.ts'
import { findZaaktypeOf, loadGevoelig } from '../../catalogus/find-zaaktypen.ts'
import { loadTeamnamen } from '../../catalogus/team/find-teams.ts'
import { labelOfResultaat, labelOfStatustype, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Bezorging, BezorgingStatus, Gebeurtenis, Prisma } from '../../generated/client.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'
import type { Recht } from '../../rechten/recht.ts'
import { besluitRows, toZaakResource } from '../../zaak/api/resource/to-zaak-resource.ts'
import { archiefactiedatumOf } from '../../zaak/bewaren/archiefactiedatum.ts'
import { offeredStatustypen } from '../../zaak/handeling/rules.ts'
import { findAanvullingsverzoek } from '../../zaak/wijziging/aanvullingsverzoek.ts'
import type { BesluitAtVersie } from '../../zaak/wijziging/besluiten.ts'
import { findDossier, type HeelDossier, isVoorAanvrager } from '../../zaak/wijziging/documenten.ts'
import { findPerDag } from '../../zaak/wijziging/per-dag.ts'

export type BezorgingOfStatus = {
  /** null until its bezorgingen are made */
  id: string | null
  status: BezorgingStatus
  pogingen: number
  afgerondOp: Date | null
  /** from logging the change until its bezorging was recorded */
  msTotBezorgd: number | null
}

export type BesluitWijziging = {
  omschrijving: string
  datum: string
  /** dates that were written down otherwise before; of a new besluit none */
  gecorrigeerd: { veld: (typeof CORRIGEERBAAR)[number]; van: string | null; naar: string | null }[]
  /** why and from when it holds no more, when that is what became different */
  verviel: { reden: NonNullable<BesluitAtVersie['vervalreden']>; vanaf: string | null } | null
}

const CORRIGEERBAAR = ['datum', 'bekendmakingsdatum', 'terinzagedatum', 'ingangsdatum', 'vervaldatum'] as const

export type HistoryRow = ReturnType<typeof toHistory>[number]

const include = {
  behandelaar: { select: { naam: true } },
  aanvullingen: { orderBy: [{ versie: 'asc' }, { volgnummer: 'asc' }] },
  besluiten: { orderBy: [{ versie: 'asc' }, { id: 'asc' }] },
  gegevenswijzigingen: true,
  /** what the aanvrager said of it, or asked */
  inzendingen: { orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }] },
  bereikbaarheden: { select: { portaalGebruikt: true, emailBevestigd: true } },
  statussen: {
    orderBy: { versie: 'asc' },
    include: { gezetDoor: { select: { naam: true } }, gebeurtenis: { include: { bezorgingen: true, bewijzen: true } } },
  },
} as const satisfies Prisma.ZaakInclude

type Row = Prisma.ZaakGetPayload<{ include: typeof include }>

const DATUMS = [
  'startdatum',
  'einddatumGepland',
  'uiterlijkeEinddatum',
  'einddatum',
  'hervatOp',
  'opgeschortOp',
  'opgeschortTot',
  'daarnaOp',
  'daarnaTot',
  'ingebrekegesteldOp',
  'doorgezondenOp',
  'dwangsomBekendOp',
  'aangehoudenTot',
  'ontwerpdatum',
] as const

/** A zaak as the desk shows it, without the BSN. Dates are `yyyy-mm-dd`. */
export type ZaakDetail = NonNullable<Awaited<ReturnType<typeof findZaakDetail>>>

const GEHAD = ['aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_verlopen']

/** One with which the behandelaar may not do this is not there. */
export async function findZaakDetail(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'once'>,
  zaakId: string,
  { lezer, recht = 'lezen' }: { lezer: Gerechtigde; recht?: Recht },
) {
  if (!validate(zaakId)) return undefined
  // first, so that what it says of the events of the zaak still holds
  const { totSequence } = await ctx.db.verspreiding.findFirstOrThrow({ orderBy: { totSequence: 'desc' } })
  const row = await ctx.db.zaak.findUnique({ where: { id: zaakId, AND: zakenMet(lezer, recht) }, include })
  if (!row) return undefined

  const {
    aanvragerBsn: _,
    registratieHash: ___,
    behandelaar,
    statussen,
    gegevenswijzigingen,
    bereikbaarheden,
    ...zaak
  } = withIsoDates(row, DATUMS)
  const zaaktype = await findZaaktypeOf(ctx, zaak)
  const teamnaamOf = await loadTeamnamen(ctx)
  const gemeldSinds = await findGemeldSinds(ctx)
  const isGevoelig = await loadGevoelig(ctx, [row])
  const dossier = await findDossier(ctx, zaakId)
  const { documenten, alleDocumenten } = dossier
  const perDag = await findPerDag(ctx, zaak)
  const shown = { ...row, perDag, documenten, team: teamnaamOf(row.team), gevoelig: isGevoelig(row) }
  const { initiator: __, ...resource } = toZaakResource(ctx, shown, zaaktype)
  const besluiten = besluitRows(zaak.besluiten)
  return {
    ...zaak,
    ...dossier,
    zaaktype,
    perDag,
    behandelaarNaam: behandelaar?.naam ?? null,
    /** the day from which it may be destroyed; null when it is open or kept for good */
    archiefactiedatum: archiefactiedatumOf(zaaktype, { ...zaak, besluiten }),
    /** all that was ever so of them, oldest first */
    besluiten,
    laatsteSoort: zaak.laatsteSoort as StatusSoort,
    /** the aanvrager asks to withdraw the aanvraag, and nobody declined that */
    intrekkingGevraagd: zaak.inzendingen.some((one) => one.soort === 'intrekking' && one.afgewezenVersie === null),
    /** the aanvrager asked something that nobody answered */
    vraagGesteld: zaak.inzendingen.some((one) => one.soort === 'vraag' && one.beantwoordVersie === null),
    /** whether news reaches the aanvrager through a portal, as far as one reported that; null: none did */
    bereikbaar: bereikbaarheden.length > 0 ? bereikbaarDoor(bereikbaarheden) : null,
    /** what was asked to complete the aanvraag came or was said to be sent, or its last day passed */
    aanvullingGehad: statussen.some(({ soort }) => GEHAD.includes(soort)),
    aanvullingsverzoek: await findAanvullingsverzoek(ctx, zaakId),
    /** the term ran again after the last day on which the aanvrager agreed to wait, and nothing came after it */
    vanzelfHervat: isVanzelfHervat(statussen),
    offered: offeredStatustypen(zaaktype, zaak).map((type) => ({ ...type, vraagtResultaat: type.isEindstatus })),
    /** newest first */
    history: toHistory(statussen, {
      zaaktype,
      besluiten,
      alleDocumenten,
      gegevenswijzigingen,
      aanvullingen: zaak.aanvullingen,
      gemeldSinds,
      totSequence,
    }),
    /** for the preview of the page that the citizen sees */
    resource,
  }
}

/** Several portals may show the zaak: one that reaches the aanvrager is enough. */
const bereikbaarDoor = (bereikbaarheden: Row['bereikbaarheden']) => ({
  portaal: bereikbaarheden.some(({ portaalGebruikt }) => portaalGebruikt),
  email: bereikbaarheden.some(({ emailBevestigd }) => emailBevestigd),
})

/**
 * @param options.totSequence up to which event bezorgingen were made
 * @param options.gemeldSinds since when anybody reports what was seen; null when that is not known of this zaak
 */
function toHistory(
  statussen: Row['statussen'],
  options: Pick<Row, 'gegevenswijzigingen' | 'aanvullingen'> &
    Pick<HeelDossier, 'alleDocumenten'> & {
      zaaktype: Zaaktype
      besluiten: BesluitAtVersie[]
      gemeldSinds: Date | null
      totSequence: number
    },
) {
  const { zaaktype, besluiten, gemeldSinds } = options
  const lastSeen = statussen.findLastIndex(({ gebeurtenis }) => gebeurtenis.bewijzen.some(isGezien))
  const rows = statussen.map((status, index) => {
    const previous = statussen[index - 1]
    const bezorging = bezorgingOf(status.gebeurtenis, options)
    const isBezorgd = typeof bezorging === 'object' && bezorging.status === 'bezorgd'
    const wouldBeReported = gemeldSinds !== null && status.datumStatusGezet >= gemeldSinds
    return {
      versie: status.versie,
      soort: status.soort as StatusSoort,
      statusOmschrijving: labelOfStatustype(zaaktype, status.statustype),
      vorigeStatusOmschrijving: previous ? labelOfStatustype(zaaktype, previous.statustype) : null,
      resultaatOmschrijving: labelOfResultaat(zaaktype, status.resultaat),
      /** why it was suspended */
      reden: zaaktype.opschortingsredenen.find(({ code }) => code === status.reden)?.intern ?? null,
      /** when it made the term stand still, or run again: after which day, and until when that was expected or was so */
      stilstand: stilstandOf(status, previous),
      /** when it gave the aanvrager more time for what was asked: the last day before, and since */
      laatsteDag: laatsteDagBij(status, previous),
      /** when it recorded that some of what was asked came */
      ontvangen: ontvangenBij(options.aanvullingen, status.versie),
      /** when it moved the fatale datum, `yyyy-mm-dd` */
      fataleDatum: previous ? moved(previous.uiterlijkeEinddatum, status.uiterlijkeEinddatum) : null,
      /** when it was said with it what is owed because the besluit was late */
      dwangsom: status.soort === 'dwangsom_vastgesteld' ? status : null,
      /** when it was sent on with it: to which bestuursorgaan and when */
      doorgezonden: doorgezondenBij(status, previous),
      /** which besluiten it made or changed, and what of them */
      besluiten: besluitWijzigingen(zaaktype, besluiten, status.versie),
      /** which document it added or withdrew, and which it replaced */
      documenten: options.alleDocumenten
        .filter(isVoorAanvrager)
        .filter(({ versie, vervallenVersie }) => [versie, vervallenVersie].includes(status.versie)),
      toelichting: status.statustoelichting,
      /** what it corrected, with why: as it was */
      verbeterd: verbeterdBij(options.gegevenswijzigingen, status.versie),
      doorNaam: status.gezetDoor?.naam ?? status.gezetDoorClient ?? 'aanvraagformulier',
      op: status.datumStatusGezet,
      /** the day that counts, when somebody said it: `yyyy-mm-dd` */
      gebeurdOp: status.gebeurdOp && isoDate(status.gebeurdOp),
      /** `geen` when no abonnement wants it */
      bezorging,
      /** what became of it at the side of the aanvrager, in order of time */
      bewijzen: toBewijzen(status.gebeurtenis.bewijzen),
      /** the aanvrager has it and is not known to have seen it, or a later one */
      nogNietGezien: isBezorgd && wouldBeReported && index > lastSeen,
    }
  })
  return rows.reverse()
}

function besluitWijzigingen(zaaktype: Zaaktype, rows: readonly BesluitAtVersie[], versie: number): BesluitWijziging[] {
  return rows.flatMap((row, index) => {
    if (row.versie !== versie) return []
    const was = rows.slice(0, index).findLast(({ id }) => id === row.id)
    const ends = was && row.vervalreden !== was.vervalreden && row.vervalreden !== 'tijdelijk' ? row.vervalreden : null
    const changed = CORRIGEERBAAR.filter((veld) => was && !ends && was[veld] !== row[veld])
    return [
      {
        omschrijving: labelOfResultaat(zaaktype, row.besluittype) ?? row.besluittype,
        datum: row.datum,
        gecorrigeerd: changed.map((veld) => ({ veld, van: was?.[veld] ?? null, naar: row[veld] })),
        verviel: ends ? { reden: ends, vanaf: row.vervaldatum } : null,
      },
    ]
  })
}

function isVanzelfHervat(statussen: Row['statussen']): boolean {
  const [before, last] = statussen.slice(-2)
  if (last?.soort !== 'hervatting' || before?.opschorting !== 'instemming') return false
  return (before.opgeschortTot as Date) < (last.hervatOp as Date)
}

type Standing = Pick<
  Row['statussen'][number],
  'soort' | 'opschorting' | 'opgeschortOp' | 'opgeschortTot' | 'hervatOp' | 'daarnaOp' | 'daarnaTot'
>

function stilstandOf(status: Standing, previous: Standing | undefined) {
  if (status.soort === 'opschorting' && status.daarnaOp && status.daarnaTot) {
    return { op: isoDate(status.daarnaOp), tot: isoDate(status.daarnaTot), hervatOp: null }
  }
  const isBegin = status.opschorting !== null && (!previous?.opschorting || status.soort === 'opschorting')
  const isEnd =
    status.opschorting === null &&
    Boolean(previous?.opschorting) &&
    status.hervatOp?.getTime() !== previous?.hervatOp?.getTime()
  const { opgeschortOp, opgeschortTot } = (isEnd ? previous : isBegin && status) || {}
  if (!opgeschortOp || !opgeschortTot) return null
  const hervatOp = isEnd && status.hervatOp ? isoDate(status.hervatOp) : null
  return { op: isoDate(opgeschortOp), tot: isoDate(opgeschortTot), hervatOp }
}

type Doorgezonden = Pick<Row['statussen'][number], 'doorgezondenNaar' | 'doorgezondenOp'>

function doorgezondenBij(status: Doorgezonden, previous: Doorgezonden | undefined) {
  const { doorgezondenNaar: naar, doorgezondenOp: op } = status
  const isSame = naar === previous?.doorgezondenNaar && op?.getTime() === previous?.doorgezondenOp?.getTime()
  return naar && op && !isSame ? { naar, op: isoDate(op) } : null
}

function laatsteDagBij({ soort, opgeschortTot }: Row['statussen'][number], previous: Standing | undefined) {
  if (soort !== 'aanvulling_verlengd' || !previous?.opgeschortTot || !opgeschortTot) return null
  return { van: isoDate(previous.opgeschortTot), naar: isoDate(opgeschortTot) }
}

function ontvangenBij(aanvullingen: Row['aanvullingen'], versie: number) {
  const came = aanvullingen.filter(({ ontvangstVersie }) => ontvangstVersie === versie)
  const [first] = came
  return first?.ontvangenOp ? { namen: came.map(({ naam }) => naam), op: isoDate(first.ontvangenOp) } : null
}

function verbeterdBij(wijzigingen: Row['gegevenswijzigingen'], versie: number) {
  const found = wijzigingen.find((one) => one.versie === versie)
  if (!found) return null
  const { aanleiding, omschrijving, aanvragerNaam: naam, andereAanvrager } = found
  return { aanleiding, omschrijving, startdatum: isoDate(found.startdatum), naam, andereAanvrager }
}

function moved(van: Date, naar: Date) {
  return van.getTime() === naar.getTime() ? null : { van: isoDate(van), naar: isoDate(naar) }
}

/** In order of precedence: a failure needs attention first; overgeslagen is on purpose and needs none. */
const PROGRESS: readonly BezorgingStatus[] = ['mislukt', 'wachtend', 'bezorgd', 'overgeslagen']

/** The bezorging to show of several abonnementen: the first by PROGRESS. */
function bezorgingOf(
  { bezorgingen, sequence, vastgelegdOp }: Gebeurtenis & { bezorgingen: Bezorging[] },
  { totSequence }: { totSequence: number },
): BezorgingOfStatus | 'geen' {
  const [least] = bezorgingen.toSorted((a, b) => PROGRESS.indexOf(a.status) - PROGRESS.indexOf(b.status))
  if (!least && sequence > totSequence) {
    return { id: null, status: 'wachtend', pogingen: 0, afgerondOp: null, msTotBezorgd: null }
  }
  if (!least) return 'geen'
  const { id, status, pogingen, afgerondOp } = least
  const msTotBezorgd = status === 'bezorgd' && afgerondOp ? afgerondOp.getTime() - vastgelegdOp.getTime() : null
  return { id: String(id), status, pogingen, afgerondOp, msTotBezorgd }
}
