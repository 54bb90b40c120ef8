import type { StatusSoort } from '#lib/contract/event-types.ts'
import { isoDate } from '#lib/platform/calendar.ts'
import { isGezien, toBewijzen } from '../../bewijs/find-bewijzen.ts'
import { labelOfResultaat, labelOfStatustype, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { Bezorging, BezorgingStatus, Gebeurtenis, Prisma } from '../../generated/client.ts'
import type { BesluitAtVersie } from '../wijziging/besluiten.ts'
import { type HeelDossier, isVoorAanvrager } from '../wijziging/documenten.ts'

/** The relations of a zaak that its history is made of. */
export const OF_HISTORY = {
  aanvullingen: { orderBy: [{ versie: 'asc' }, { volgnummer: 'asc' }] },
  gegevenswijzigingen: true,
  statussen: {
    orderBy: { versie: 'asc' },
    include: { gezetDoor: { select: { naam: true } }, gebeurtenis: { include: { bezorgingen: true, bewijzen: true } } },
  },
} as const satisfies Prisma.ZaakSelect

type Row = Prisma.ZaakGetPayload<{ select: typeof OF_HISTORY }>

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

/**
 * Returns the history of a zaak, newest first.
 *
 * @param options.totSequence the event up to which bezorgingen were made
 * @param options.gemeldSinds since when views are reported; null when that is not known for this zaak
 */
export function toHistory(
  { statussen, aanvullingen, gegevenswijzigingen }: Row,
  options: Pick<HeelDossier, 'alleDocumenten'> & {
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
      ontvangen: ontvangenBij(aanvullingen, status.versie),
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
      verbeterd: verbeterdBij(gegevenswijzigingen, status.versie),
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
