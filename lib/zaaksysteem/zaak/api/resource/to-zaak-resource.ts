import type { StatusSoort } from '#lib/contract/event-types.ts'
import {
  type Initiator,
  type ZaakResource,
  type ZaaktypeResource,
  zaaktypeResource,
} from '#lib/contract/zaak-resource.ts'
import { isoDate } from '#lib/platform/calendar.ts'
import type { Zaaktype } from '../../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import type { Aanvulling, Prisma, Status, Zaak } from '../../../generated/client.ts'
import { laatsteBezwaardag } from '../../../termijn/bezwaartermijn.ts'

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
  | 'besluitdatum'
  | 'bekendmakingsdatum'
> & {
  statussen: StatusRow[]
  /** of every aanvullingsverzoek */
  aanvullingen: Pick<Aanvulling, 'id' | 'versie' | 'naam' | 'toelichting' | 'formulier'>[]
}

type StatusRow = Pick<Status, 'gebeurtenisId' | 'versie' | 'soort' | 'statuscode' | 'statustoelichting' | 'reden'> & {
  /** text in a row that PostgreSQL makes of JSON */
  datumStatusGezet: Date | string
  einddatumGepland: Date | string
  uiterlijkeEinddatum: Date | string
}

/** The `include` that reads a ZaakRow. */
export const withStatussen = {
  statussen: { orderBy: { versie: 'asc' } },
  aanvullingen: { orderBy: [{ versie: 'asc' }, { volgnummer: 'asc' }] },
} satisfies Prisma.ZaakInclude

export function toZaakResource(ctx: Pick<ZaaksysteemContext, 'once'>, zaak: ZaakRow, zaaktype: Zaaktype): ZaakResource {
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
    besluit: besluitOf(zaak),
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

function opschortingOf({ opschorting, opgeschortOp, opgeschortTot }: ZaakRow): ZaakResource['opschorting'] {
  if (!opschorting || !opgeschortOp || !opgeschortTot) return null
  return { soort: opschorting, op: isoDate(opgeschortOp), tot: isoDate(opgeschortTot) }
}

/** What is asked now: that of the last verzoek, while the zaak waits for it. */
function openAanvullingen({ opschorting, aanvullingen }: ZaakRow): ZaakResource['aanvullingen'] {
  if (opschorting !== 'aanvulling') return []
  const last = aanvullingen.at(-1)?.versie
  return aanvullingen
    .filter(({ versie }) => versie === last)
    .map(({ id, naam, toelichting, formulier }) => ({ id, naam, toelichting, formulier }))
}

function besluitOf({ besluitdatum, bekendmakingsdatum }: ZaakRow): ZaakResource['besluit'] {
  if (!besluitdatum || !bekendmakingsdatum) return null
  const bekendgemaakt = isoDate(bekendmakingsdatum)
  return {
    datum: isoDate(besluitdatum),
    bekendmakingsdatum: bekendgemaakt,
    uiterlijkeReactiedatum: laatsteBezwaardag(bekendgemaakt),
  }
}
