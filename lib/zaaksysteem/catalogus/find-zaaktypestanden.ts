import type { ZaaksysteemContext } from '../context.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from './zaaktype.ts'

/** A zaaktype as whoever keeps it sees it. */
export type Zaaktypestand = {
  identificatie: string
  /** of the newest version; of the concept when there is none yet */
  gegevens: ZaaktypeGegevens
  /** newest first; none when there is only a concept */
  versies: {
    versie: number
    /** `yyyy-mm-dd` */
    geldigVanaf: string
    /** null: a command did */
    doorNaam: string | null
  }[]
  hasConcept: boolean
}

const FIND = `
  select identificatie, coalesce(versies.gegevens, concept.gegevens) as gegevens, coalesce(versies.versies, '[]') as versies,
    concept.bewerking is not null as "hasConcept"
  from (
    select identificatie, (array_agg(gegevens order by versie desc))[1] as gegevens, json_agg(json_build_object(
      'versie', versie, 'geldigVanaf', geldig_vanaf, 'doorNaam', naam
    ) order by versie desc) as versies
    from zaaktypeversie left join behandelaar on behandelaar.id = vastgelegd_door_id
    group by identificatie
  ) as versies
  full join zaaktypeconcept as concept using (identificatie)`

/** Every zaaktype with its versions, also those that begin later and what is not a version yet, by name. */
export async function findZaaktypestanden({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Zaaktypestand[]> {
  const { rows } = await pool.query<Zaaktypestand>(FIND)
  return rows
    .map((row) => ({ ...row, gegevens: zaaktypeGegevens.parse(row.gegevens) }))
    .sort((one, other) => one.gegevens.omschrijving.nl.localeCompare(other.gegevens.omschrijving.nl, 'nl'))
}

/** The version with which a zaak begins whose aanvraag comes on a day; undefined when none has begun then. */
export function versieOp(
  { versies }: Pick<Zaaktypestand, 'versies'>,
  day: string,
): Zaaktypestand['versies'][number] | undefined {
  return versies.find(({ geldigVanaf }) => geldigVanaf <= day)
}

/** Open zaken of a zaaktype that began with one version and have one status. */
export type OpenZaken = { versie: number; statustype: string; aantal: number }

const COUNT = `
  select zaaktypeversie as versie, statustype, count(*)::int as aantal from zaak
  where einddatum is null and zaaktype = $1 group by zaaktypeversie, statustype order by zaaktypeversie desc, aantal desc, statustype`

export async function countOpenZaken(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  identificatie: string,
): Promise<OpenZaken[]> {
  return (await pool.query<OpenZaken>(COUNT, [identificatie])).rows
}
