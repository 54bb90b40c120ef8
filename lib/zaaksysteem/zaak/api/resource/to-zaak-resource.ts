import type { StatusSoort } from '#lib/contract/event-types.ts'
import {
  type BesluitResource,
  type Initiator,
  isVanKracht,
  type ZaakResource,
  type ZaaktypeResource,
  zaaktypeResource,
} from '#lib/contract/zaak-resource.ts'
import { isoDate } from '#lib/platform/calendar.ts'
import type { Zaaktype } from '../../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import type { Aanvulling, Besluit, Opschorting, Prisma, Status, Zaak } from '../../../generated/client.ts'
import { beslisUiterlijk } from '../../../termijn/dwangsom.ts'
import { laatsteReactiedag } from '../../../termijn/reactietermijn.ts'
import { type BesluitAtVersie, besluitenAt } from '../../wijziging/besluiten.ts'

/** A zaak with its history, oldest first. */
export type ZaakRow = Pick<
  Zaak,
  | 'id'
  | 'identificatie'
  | 'omschrijving'
  | 'versie'
  | 'startdatum'
  | 'einddatumGepland'
  | 'uiterlijkeEinddatum'
  | 'einddatum'
  | 'zaaktype'
  | 'team'
  | 'zaaktypeversie'
  | 'statuscode'
  | 'aanvragerBsn'
  | 'aanvragerKvk'
  | 'aanvragerVestiging'
  | 'opschorting'
  | 'opgeschortOp'
  | 'opgeschortTot'
  | 'ingebrekegesteldOp'
> & {
  statussen: StatusRow[]
  /** all that was ever so of them, oldest first */
  besluiten: BesluitRow[]
  /** of every aanvullingsverzoek */
  aanvullingen: (Pick<Aanvulling, 'id' | 'versie' | 'naam' | 'toelichting' | 'formulier' | 'teruggenomen'> & {
    ontvangenOp: Date | string | null
  })[]
}

type StatusRow = Pick<Status, 'gebeurtenisId' | 'versie' | 'soort' | 'statuscode' | 'statustoelichting' | 'reden'> & {
  /** text in a row that PostgreSQL makes of JSON */
  datumStatusGezet: Date | string
  einddatumGepland: Date | string
  uiterlijkeEinddatum: Date | string
}

type BesluitRow = BesluitAtVersie | Besluit

/** The `include` that reads a ZaakRow. */
export const withStatussen = {
  statussen: { orderBy: { versie: 'asc' } },
  besluiten: { orderBy: [{ versie: 'asc' }, { id: 'asc' }] },
  aanvullingen: { orderBy: [{ versie: 'asc' }, { volgnummer: 'asc' }] },
} satisfies Prisma.ZaakInclude

export function toZaakResource(ctx: Pick<ZaaksysteemContext, 'once'>, zaak: ZaakRow, zaaktype: Zaaktype): ZaakResource {
  const besluiten = toBesluitResources(besluitRows(zaak.besluiten))
  return {
    uuid: zaak.id,
    identificatie: zaak.identificatie,
    omschrijving: zaak.omschrijving,
    versie: zaak.versie,
    startdatum: isoDate(zaak.startdatum),
    einddatumGepland: isoDate(zaak.einddatumGepland),
    uiterlijkeEinddatumAfdoening: isoDate(zaak.uiterlijkeEinddatum),
    einddatum: zaak.einddatum && isoDate(zaak.einddatum),
    opschorting: opschortingOf(zaak),
    aanvullingen: openAanvullingen(zaak),
    besluit: besluitOf(besluiten),
    besluiten,
    ingebrekestelling: ingebrekestellingOf(zaak.ingebrekegesteldOp && isoDate(zaak.ingebrekegesteldOp)),
    behandelendTeam: zaak.team,
    status: zaak.statuscode,
    initiator: initiatorOf(zaak),
    zaaktype: resourceOf(ctx, zaaktype),
    statussen: zaak.statussen.map((status) => ({
      gebeurtenisId: status.gebeurtenisId,
      versie: status.versie,
      soort: status.soort as StatusSoort,
      statuscode: status.statuscode,
      datumStatusGezet: new Date(status.datumStatusGezet).toISOString(),
      statustoelichting: status.statustoelichting,
      reden: status.reden,
      einddatumGepland: dateOf(status.einddatumGepland),
      uiterlijkeEinddatumAfdoening: dateOf(status.uiterlijkeEinddatum),
    })),
  }
}

/** Parsing drops the members that only the desk uses. */
function resourceOf({ once }: Pick<ZaaksysteemContext, 'once'>, zaaktype: Zaaktype): ZaaktypeResource {
  const { identificatie, versie } = zaaktype
  return once(`zaaktype-resource ${identificatie} ${versie}`, () => zaaktypeResource.parse(zaaktype))
}

function dateOf(date: Date | string): string {
  return typeof date === 'string' ? date : isoDate(date)
}

/** A constraint of the table keeps that it has one of the two. */
function initiatorOf({ aanvragerBsn, aanvragerKvk, aanvragerVestiging }: ZaakRow): Initiator {
  if (aanvragerBsn !== null) return { bsn: aanvragerBsn }
  const kvkNummer = aanvragerKvk as string
  return aanvragerVestiging === null ? { kvkNummer } : { kvkNummer, vestigingsnummer: aanvragerVestiging }
}

export function ingebrekestellingOf(op: string | null): ZaakResource['ingebrekestelling'] {
  return op ? { op, beslisUiterlijk: beslisUiterlijk(op) } : null
}

/** That the aanvrager agreed to it is told by its reden. */
export function opschortingsoortOf(opschorting: Opschorting): 'opschorting' | 'aanvulling' {
  return opschorting === 'aanvulling' ? 'aanvulling' : 'opschorting'
}

function opschortingOf({ opschorting, opgeschortOp, opgeschortTot }: ZaakRow): ZaakResource['opschorting'] {
  if (!opschorting || !opgeschortOp || !opgeschortTot) return null
  return { soort: opschortingsoortOf(opschorting), op: isoDate(opgeschortOp), tot: isoDate(opgeschortTot) }
}

/** What is asked now: that of the last verzoek, while the zaak waits for it. */
function openAanvullingen({ opschorting, aanvullingen }: ZaakRow): ZaakResource['aanvullingen'] {
  if (opschorting !== 'aanvulling') return []
  const last = aanvullingen.findLast(({ teruggenomen }) => !teruggenomen)?.versie
  return aanvullingen
    .filter(({ versie }) => versie === last)
    .map(({ id, naam, toelichting, formulier, ontvangenOp }) => ({
      id,
      naam,
      toelichting,
      formulier,
      ontvangenOp: ontvangenOp && dateOf(ontvangenOp),
    }))
}

/** Dates are text in a row that PostgreSQL makes of JSON. */
export function besluitRows(besluiten: ZaakRow['besluiten']): BesluitAtVersie[] {
  return besluiten.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value instanceof Date ? isoDate(value) : value]),
      ) as BesluitAtVersie,
  )
}

/** What was decided, oldest first, with the last day to do something against it. */
export function toBesluitResources(besluiten: readonly BesluitAtVersie[]): BesluitResource[] {
  return besluitenAt(besluiten).map((besluit) => ({
    id: besluit.id,
    besluittype: besluit.besluittype,
    datum: besluit.datum,
    bekendmakingsdatum: besluit.bekendmakingsdatum,
    terinzagedatum: besluit.terinzagedatum,
    ingangsdatum: besluit.ingangsdatum,
    vervaldatum: besluit.vervaldatum,
    vervalreden: besluit.vervalreden,
    vervangenDoor: besluit.vervangenDoor,
    intrekking: intrekkingOf(besluit),
    rechtsmiddel: besluit.rechtsmiddel,
    uiterlijkeReactiedatum: laatsteReactiedag(besluit),
  }))
}

/** One that the aanvrager asked for gives what was asked. */
function intrekkingOf({
  intrekkingsdatum: datum,
  intrekkingBekendOp: bekendmakingsdatum,
  vervalreden,
}: BesluitAtVersie): BesluitResource['intrekking'] {
  if (!datum || !bekendmakingsdatum) return null
  const rechtsmiddel = vervalreden === 'ingetrokken_overheid' ? 'bezwaar' : 'geen'
  const uiterlijkeReactiedatum = laatsteReactiedag({ rechtsmiddel, bekendmakingsdatum, terinzagedatum: null })
  return { datum, bekendmakingsdatum, uiterlijkeReactiedatum }
}

/** The newest that holds and that one can act against, as who knows of one only reads it. */
export function besluitOf(besluiten: readonly BesluitResource[]): ZaakResource['besluit'] {
  const held = besluiten.filter(isVanKracht)
  return held.reduce<ZaakResource['besluit']>(
    (before, { datum, bekendmakingsdatum, uiterlijkeReactiedatum }) =>
      uiterlijkeReactiedatum ? { datum, bekendmakingsdatum, uiterlijkeReactiedatum } : before,
    null,
  )
}
