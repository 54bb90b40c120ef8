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
import { besluitRows, toZaakResource } from '../api/resource/to-zaak-resource.ts'
import { archiefactiedatumOf } from '../bewaren/grond.ts'
import { offeredStatustypen } from '../handelingen/rules.ts'
import { findAanvullingsverzoek } from '../wijziging/aanvullingsverzoek.ts'
import type { BesluitAtVersie } from '../wijziging/besluiten.ts'
import { findDossier, type HeelDossier, isVoorAanvrager } from '../wijziging/documenten.ts'
import { findPerDag } from '../wijziging/per-dag.ts'

export type BezorgingOfStatus = {
  /** null until its bezorgingen are made */
  id: string | null
  status: BezorgingStatus
  pogingen: number
  afgerondOp: Date | null
  /** from logging the change until recording its bezorging */
  msTotBezorgd: number | null
}

export type BesluitWijziging = {
  omschrijving: string
  datum: string
  /** dates whose earlier value was corrected; empty for a new besluit */
  gecorrigeerd: { veld: (typeof CORRIGEERBAAR)[number]; van: string | null; naar: string | null }[]
  /** the reason and the day from which it no longer holds, when this change ended it */
  verviel: { reden: NonNullable<BesluitAtVersie['vervalreden']>; vanaf: string | null } | null
}

const CORRIGEERBAAR = ['datum', 'bekendmakingsdatum', 'terinzagedatum', 'ingangsdatum', 'vervaldatum'] as const

export type HistoryRow = ReturnType<typeof toHistory>[number]

const include = {
  behandelaar: { select: { naam: true } },
  aanvullingen: { orderBy: [{ versie: 'asc' }, { volgnummer: 'asc' }] },
  besluiten: { orderBy: [{ versie: 'asc' }, { id: 'asc' }] },
  gegevenswijzigingen: true,
  /** the messages and questions of the aanvrager */
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

/** `undefined` when the behandelaar lacks the right, as if the zaak did not exist. */
export async function findZaakDetail(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'once'>,
  zaakId: string,
  { lezer, recht = 'lezen' }: { lezer: Gerechtigde; recht?: Recht },
) {
  if (!validate(zaakId)) return undefined
  // Read first: events up to this sequence have their bezorgingen in the rows read next.
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
    /** the day from which it may be destroyed; null when it is open or kept forever */
    archiefactiedatum: archiefactiedatumOf(zaaktype, { ...zaak, besluiten }),
    /** all versions of its besluiten, oldest first */
    besluiten,
    laatsteSoort: zaak.laatsteSoort as StatusSoort,
    /** true when the aanvrager asked to withdraw the aanvraag and nobody declined */
    intrekkingGevraagd: zaak.inzendingen.some((one) => one.soort === 'intrekking' && one.afgewezenVersie === null),
    /** true when a question of the aanvrager is unanswered */
    vraagGesteld: zaak.inzendingen.some((one) => one.soort === 'vraag' && one.beantwoordVersie === null),
    /** the ways in which news reaches the aanvrager, as portals reported; null without a report */
    bereikbaar: bereikbaarheden.length > 0 ? bereikbaarDoor(bereikbaarheden) : null,
    /** true when the aanvulling came, was reported as sent, or its last day passed */
    aanvullingGehad: statussen.some(({ soort }) => GEHAD.includes(soort)),
    aanvullingsverzoek: await findAanvullingsverzoek(ctx, zaakId),
    /** true when the last act followed by itself: the end of an instemming, or a stilstand that went on */
    vanzelf: isVanzelf(statussen),
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
    /** for the preview of the citizen's page */
    resource,
  }
}

/** One portal that reaches the aanvrager is enough. */
const bereikbaarDoor = (bereikbaarheden: Row['bereikbaarheden']) => ({
  portaal: bereikbaarheden.some(({ portaalGebruikt }) => portaalGebruikt),
  email: bereikbaarheden.some(({ emailBevestigd }) => emailBevestigd),
})

/**
 * @param options.totSequence the event up to which bezorgingen were made
 * @param options.gemeldSinds since when views are reported; null when that is not known for this zaak
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
      /** the reason of the suspension */
      reden: zaaktype.opschortingsredenen.find(({ code }) => code === status.reden)?.intern ?? null,
      /** set when the term stopped or resumed: after which day, and until which expected or actual day */
      stilstand: stilstandOf(status, previous),
      /** set when the aanvrager got more time for the aanvulling: the last day before and after */
      laatsteDag: laatsteDagBij(status, previous),
      /** set when a part of the aanvulling was recorded */
      ontvangen: ontvangenBij(options.aanvullingen, status.versie),
      /** set when the fatale datum moved, `yyyy-mm-dd` */
      fataleDatum: previous ? moved(previous.uiterlijkeEinddatum, status.uiterlijkeEinddatum) : null,
      /** set when the dwangsom was determined */
      dwangsom: status.soort === 'dwangsom_vastgesteld' ? status : null,
      /** set when the zaak was sent on: to which bestuursorgaan and when */
      doorgezonden: doorgezondenBij(status, previous),
      /** the besluiten that it made or changed, with the changed members */
      besluiten: besluitWijzigingen(zaaktype, besluiten, status.versie),
      /** the documents that it added, withdrew or replaced */
      documenten: options.alleDocumenten
        .filter(isVoorAanvrager)
        .filter(({ versie, vervallenVersie }) => [versie, vervallenVersie].includes(status.versie)),
      toelichting: status.statustoelichting,
      /** the corrected gegevens with their old values, and the reason */
      verbeterd: verbeterdBij(options.gegevenswijzigingen, status.versie),
      doorNaam: status.gezetDoor?.naam ?? status.gezetDoorClient ?? 'aanvraagformulier',
      op: status.datumStatusGezet,
      /** the day from which it counts, when that was given: `yyyy-mm-dd` */
      gebeurdOp: status.gebeurdOp && isoDate(status.gebeurdOp),
      /** `geen` when no abonnement wants it */
      bezorging,
      /** the bewijzen of the aanvrager's side, in order of time */
      bewijzen: toBewijzen(status.gebeurtenis.bewijzen),
      /** true when it was delivered and neither it nor a later change is known to be seen */
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

function isVanzelf(statussen: Row['statussen']): boolean {
  const [before, last] = statussen.slice(-2)
  if (last?.soort === 'opschorting') return before?.opschorting === null && before.daarnaReden !== null
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

/** In order of precedence: a failure needs attention first; overgeslagen is intended and needs none. */
const PROGRESS: readonly BezorgingStatus[] = ['mislukt', 'wachtend', 'bezorgd', 'overgeslagen']

/** Picks the bezorging to show when there are several abonnementen, by PROGRESS. */
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
