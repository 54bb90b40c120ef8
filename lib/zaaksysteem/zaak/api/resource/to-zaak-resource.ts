import type { StatusSoort } from '#lib/contract/event-types.ts'
import {
  type BesluitResource,
  type Initiator,
  isVanKracht,
  type ZaakResource,
  type ZaaktypeResource,
  zaaktypeResource,
} from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { Zaaktype } from '../../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import type { Aanvulling, Opschorting, Status, Zaak } from '../../../generated/client.ts'
import { beslisUiterlijk } from '../../../termijn/dwangsom.ts'
import { eindeReactietermijn, laatsteReactiedag } from '../../../termijn/reactietermijn.ts'
import { bekendmakenUiterlijk } from '../../../termijn/van-rechtswege.ts'
import { nogBekendTeMaken } from '../../handelingen/besluit/besluitdatums.ts'
import { ontwerpOf } from '../../handelingen/besluit/procedure.ts'
import { dwangsomVan } from '../../handelingen/te-laat/set-dwangsom.ts'
import { type BesluitAtVersie, besluitenAt } from '../../wijziging/besluiten.ts'
import { type Document, toDocumentResources } from '../../wijziging/documenten.ts'
import type { ZaakState } from '../../wijziging/zaak-state.ts'

/** A zaak with its history, oldest first. Dates are `yyyy-mm-dd`. */
export type ZaakRow = ZaakState &
  Pick<
    Zaak,
    | 'id'
    | 'identificatie'
    | 'omschrijving'
    | 'versie'
    | 'zaaktype'
    | 'zaaktypeversie'
    | 'team'
    | 'aanvragerBsn'
    | 'aanvragerKvk'
    | 'aanvragerVestiging'
  > & {
    startdatum: string
    gevoelig: boolean
    statussen: StatusRow[]
    /** all versions of its besluiten, oldest first */
    besluiten: BesluitAtVersie[]
    /** those not withdrawn or replaced, oldest first */
    documenten: Document[]
    /** the daily amounts after its ingebrekestelling, in euros; null without one */
    perDag: number[] | null
    /** of every aanvullingsverzoek */
    aanvullingen: (Pick<Aanvulling, 'id' | 'versie' | 'naam' | 'toelichting' | 'formulier' | 'teruggenomen'> & {
      ontvangenOp: string | null
    })[]
  }

type StatusRow = Pick<Status, 'gebeurtenisId' | 'versie' | 'soort' | 'statuscode' | 'statustoelichting' | 'reden'> & {
  datumStatusGezet: string
  gebeurdOp: string | null
  einddatumGepland: string
  uiterlijkeEinddatum: string
  opgeschortTot: string | null
}

export function toZaakResource(ctx: Pick<ZaaksysteemContext, 'once'>, zaak: ZaakRow, zaaktype: Zaaktype): ZaakResource {
  const besluiten = toBesluitResources(zaak.besluiten)
  return {
    uuid: zaak.id,
    identificatie: zaak.identificatie,
    omschrijving: zaak.omschrijving,
    versie: zaak.versie,
    startdatum: zaak.startdatum,
    einddatumGepland: zaak.einddatumGepland,
    uiterlijkeEinddatumAfdoening: zaak.uiterlijkeEinddatum,
    einddatum: zaak.einddatum,
    opschorting: opschortingOf(zaak),
    aanvullingen: openAanvullingen(zaak),
    besluit: besluitOf(besluiten),
    besluiten,
    documenten: toDocumentResources(zaak.documenten, zaak.besluiten),
    ontwerp: ontwerpResourceOf(zaaktype, zaak),
    vanRechtswege: vanRechtswegeOf(zaak.besluiten),
    ingebrekestelling: ingebrekestellingOf(zaak),
    doorzending: doorzendingOf(zaaktype, zaak),
    behandelendTeam: zaak.team,
    gevoelig: zaak.gevoelig,
    status: zaak.statuscode,
    initiator: initiatorOf(zaak),
    zaaktype: resourceOf(ctx, zaaktype),
    statussen: zaak.statussen.map((status) => ({
      gebeurtenisId: status.gebeurtenisId,
      versie: status.versie,
      soort: status.soort as StatusSoort,
      statuscode: status.statuscode,
      datumStatusGezet: new Date(status.datumStatusGezet).toISOString(),
      gebeurdOp: status.gebeurdOp,
      statustoelichting: status.statustoelichting,
      reden: status.reden,
      einddatumGepland: status.einddatumGepland,
      uiterlijkeEinddatumAfdoening: status.uiterlijkeEinddatum,
    })),
  }
}

/** Cached. Parsing drops the members that only the desk uses. */
function resourceOf({ once }: Pick<ZaaksysteemContext, 'once'>, zaaktype: Zaaktype): ZaaktypeResource {
  const { identificatie, versie } = zaaktype
  return once(`zaaktype-resource ${identificatie} ${versie}`, () => zaaktypeResource.parse(zaaktype))
}

/** A check constraint makes sure that it has a BSN or a KvK-nummer. */
function initiatorOf({ aanvragerBsn, aanvragerKvk, aanvragerVestiging }: ZaakRow): Initiator {
  if (aanvragerBsn !== null) return { bsn: aanvragerBsn }
  const kvkNummer = aanvragerKvk as string
  return aanvragerVestiging === null ? { kvkNummer } : { kvkNummer, vestigingsnummer: aanvragerVestiging }
}

type Ingebreke = Pick<
  ZaakState,
  'ingebrekegesteldOp' | 'dwangsomBekendOp' | 'dwangsomBedrag' | 'dwangsomGrond' | 'einddatum'
> & { besluiten: readonly BesluitAtVersie[]; perDag: number[] | null }

/** The period after which a dwangsom no longer grows, also without a besluit (Awb 4:17 lid 1). */
const HOOGSTENS = 'P6W'
/** Awb 4:87 lid 1. */
const BETALEN = 'P6W'

export function ingebrekestellingOf({
  ingebrekegesteldOp: op,
  dwangsomBekendOp: bekendmakingsdatum,
  dwangsomBedrag: bedrag,
  dwangsomGrond: grond,
  ...late
}: Ingebreke): ZaakResource['ingebrekestelling'] {
  if (!op || !late.perDag) return null
  const dwangsom =
    bekendmakingsdatum === null || bedrag === null
      ? null
      : { bekendmakingsdatum, bedrag, grond, uiterlijkeReactiedatum: eindeReactietermijn(bekendmakingsdatum) }
  const uiterlijk = beslisUiterlijk(op)
  const { vaststellenUiterlijk = null } =
    dwangsomVan({ ...late, ingebrekegesteldOp: op }, addToDate(uiterlijk, HOOGSTENS)) ?? {}
  const vastgesteld = grond ? null : (bekendmakingsdatum ?? vaststellenUiterlijk)
  return {
    op,
    beslisUiterlijk: uiterlijk,
    perDag: late.perDag,
    dwangsom,
    vaststellenUiterlijk,
    betalenUiterlijk: vastgesteld && naarWerkdag(addToDate(vastgesteld, BETALEN)),
  }
}

export function ontwerpResourceOf(
  zaaktype: Zaaktype,
  zaak: Pick<ZaakState, 'ontwerpdatum' | 'zienswijzen'>,
): ZaakResource['ontwerp'] {
  const ontwerp = ontwerpOf({ zaak, zaaktype })
  return ontwerp && { ...ontwerp, zienswijzen: zaak.zienswijzen }
}

type Doorgezonden = Pick<ZaakState, 'statuscode' | 'doorgezondenNaar' | 'doorgezondenOp'>

export function doorzendingOf(
  { resultaattypen }: Zaaktype,
  { statuscode, doorgezondenNaar: naar, doorgezondenOp: op }: Doorgezonden,
): ZaakResource['doorzending'] {
  const geheel = resultaattypen.some((type) => type.statuscode === statuscode && type.doorzending)
  return naar && op ? { naar, op, geheel } : null
}

/** Maps instemming to opschorting, because the reden of the suspension tells that the aanvrager agreed. */
export function opschortingsoortOf(opschorting: Opschorting): 'opschorting' | 'aanvulling' {
  return opschorting === 'aanvulling' ? 'aanvulling' : 'opschorting'
}

function opschortingOf({ opschorting, opgeschortOp, opgeschortTot }: ZaakRow): ZaakResource['opschorting'] {
  if (!opschorting || !opgeschortOp || !opgeschortTot) return null
  return { soort: opschortingsoortOf(opschorting), op: opgeschortOp, tot: opgeschortTot }
}

/** The soorten that decide whether an aanvulling is still requested. */
const ASKING = ['aanvullingsverzoek', 'aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_verlopen']

/**
 * Returns the open aanvullingen: those of the last verzoek while the zaak waits for them, and after the last
 * day those that did not come.
 */
function openAanvullingen({ opschorting, einddatum, statussen, aanvullingen }: ZaakRow): ZaakResource['aanvullingen'] {
  const waits = opschorting === 'aanvulling'
  const asking = statussen.findLastIndex(({ soort }) => ASKING.includes(soort))
  const isOver = statussen[asking]?.soort === 'aanvulling_verlopen'
  if (!waits && (einddatum || !isOver)) return []
  const tot = isOver ? statussen[asking - 1]?.opgeschortTot : null
  const last = aanvullingen.findLast(({ teruggenomen }) => !teruggenomen)?.versie
  return aanvullingen
    .filter(({ versie, ontvangenOp }) => versie === last && (waits || ontvangenOp === null))
    .map(({ id, naam, toelichting, formulier, ontvangenOp }) => ({
      id,
      naam,
      toelichting,
      formulier,
      ontvangenOp,
      ...(!waits && tot && { uiterlijk: tot }),
    }))
}

/** Returns the besluiten that were made known, oldest first, with the last day for bezwaar or beroep. */
export function toBesluitResources(besluiten: readonly BesluitAtVersie[]): BesluitResource[] {
  return besluitenAt(besluiten).flatMap(({ bekendmakingsdatum, ...besluit }) => {
    if (bekendmakingsdatum === null) return []
    return [
      {
        id: besluit.id,
        besluittype: besluit.besluittype,
        datum: besluit.datum,
        bekendmakingsdatum,
        terinzagedatum: besluit.terinzagedatum,
        ingangsdatum: besluit.ingangsdatum,
        vervaldatum: besluit.vervaldatum,
        vervalreden: besluit.vervalreden,
        vervangenDoor: besluit.vervangenDoor,
        intrekking: intrekkingOf(besluit),
        vanRechtswege: besluit.vanRechtswege,
        rechtsmiddel: besluit.rechtsmiddel,
        uiterlijkeReactiedatum: laatsteReactiedag({ ...besluit, bekendmakingsdatum }),
      },
    ]
  })
}

/** Returns the verlening van rechtswege that is not made known yet; null without one. */
export function vanRechtswegeOf(besluiten: readonly BesluitAtVersie[]): ZaakResource['vanRechtswege'] {
  const given = nogBekendTeMaken(besluiten)
  if (!given) return null
  const { besluittype, datum, ingangsdatum } = given
  return { besluittype, datum, ingangsdatum, bekendmakenUiterlijk: bekendmakenUiterlijk(datum) }
}

/** Returns the intrekking of a besluit. One that the aanvrager asked for has no rechtsmiddel. */
function intrekkingOf({
  intrekkingsdatum: datum,
  intrekkingBekendOp: bekendmakingsdatum,
  vervalreden,
}: Pick<BesluitAtVersie, 'intrekkingsdatum' | 'intrekkingBekendOp' | 'vervalreden'>): BesluitResource['intrekking'] {
  if (!datum || !bekendmakingsdatum) return null
  const canObject = vervalreden === 'ingetrokken_overheid'
  return {
    datum,
    bekendmakingsdatum,
    uiterlijkeReactiedatum: canObject ? eindeReactietermijn(bekendmakingsdatum) : null,
  }
}

/** Returns the newest besluit in force with a rechtsmiddel, for clients that read a single besluit. */
export function besluitOf(besluiten: readonly BesluitResource[]): ZaakResource['besluit'] {
  const held = besluiten.filter(isVanKracht)
  return held.reduce<ZaakResource['besluit']>(
    (before, { datum, bekendmakingsdatum, uiterlijkeReactiedatum }) =>
      uiterlijkeReactiedatum ? { datum, bekendmakingsdatum, uiterlijkeReactiedatum } : before,
    null,
  )
}
