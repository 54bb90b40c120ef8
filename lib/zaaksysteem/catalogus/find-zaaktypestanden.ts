import type { ZaaksysteemContext } from '../context.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from './zaaktype.ts'

/** A zaaktype as its beheerder sees it. */
export type Zaaktypestand = {
  identificatie: string
  /** of the newest version; of the concept before the first version */
  gegevens: ZaaktypeGegevens
  /** newest first; empty when there is only a concept */
  versies: {
    versie: number
    /** `yyyy-mm-dd` */
    geldigVanaf: string
    /** null when stored by a command */
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

/** Returns every zaaktype by name with all versions, also future ones, and those with only a concept. */
export async function findZaaktypestanden({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Zaaktypestand[]> {
  const { rows } = await pool.query<Zaaktypestand>(FIND)
  return rows
    .map((row) => ({ ...row, gegevens: zaaktypeGegevens.parse(row.gegevens) }))
    .sort((one, other) => one.gegevens.omschrijving.nl.localeCompare(other.gegevens.omschrijving.nl, 'nl'))
}

/** Returns the version that handles an aanvraag of a day; `undefined` before the first version. */
export function versieOp(
  { versies }: Pick<Zaaktypestand, 'versies'>,
  day: string,
): Zaaktypestand['versies'][number] | undefined {
  return versies.find(({ geldigVanaf }) => geldigVanaf <= day)
}

/** The number of open zaken of a zaaktype by version and status. */
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
