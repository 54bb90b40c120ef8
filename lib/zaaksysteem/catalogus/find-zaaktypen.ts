import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type Zaaktype, zaaktypeGegevens } from './zaaktype.ts'

type Ctx = Pick<ZaaksysteemContext, 'pool' | 'once'>
type Now = Ctx & Pick<ZaaksysteemContext, 'clock'>
type Key = { zaaktype: string; zaaktypeversie: number }
type Row = { identificatie: string; versie: number; gegevens: unknown; vanRechtswegeSinds: string | null }

/** vanRechtswegeSinds: the first day of the uninterrupted row of versions that have vanRechtswege. */
const FIND = `
  select identificatie, versie, gegevens, (
    select greatest(geldig_vanaf, (vastgelegd_op at time zone 'Europe/Amsterdam')::date)::text from zaaktypeversie since
    where since.identificatie = zaaktypeversie.identificatie and since.versie = 1 + (
      select max(versie) from zaaktypeversie without
      where without.identificatie = zaaktypeversie.identificatie and without.versie < zaaktypeversie.versie
        and without.gegevens ->> 'vanRechtswege' is null
    )
  ) as "vanRechtswegeSinds"
  from zaaktypeversie
  where (identificatie, versie) in (select * from unnest($1::text[], $2::int[]))`

/** Aanvragen from before the first version get the first version. */
const FIND_IN_FORCE = `
  select distinct on (identificatie) identificatie as zaaktype, versie as zaaktypeversie
  from zaaktypeversie where geldig_vanaf <= $1::date
  order by identificatie, case when geldig_vanaf <= $2::date then versie else -versie end desc`

const FIND_ALL = 'select identificatie as zaaktype, versie as zaaktypeversie from zaaktypeversie'

const nameOf = ({ zaaktype, zaaktypeversie }: Key) => `${zaaktype} ${zaaktypeversie}`

/** Returns a lookup of zaaktypen by zaak, for these zaken. Versions never change, so they are cached. */
export async function loadZaaktypen({ pool, once }: Ctx, zaken: readonly Key[]): Promise<(zaak: Key) => Zaaktype> {
  const versions = once('zaaktypen', () => new Map<string, Zaaktype>())
  const unknown = zaken.filter((zaak) => !versions.has(nameOf(zaak)))
  if (unknown.length > 0) {
    const values = [unknown.map(({ zaaktype }) => zaaktype), unknown.map(({ zaaktypeversie }) => zaaktypeversie)]
    const { rows } = await pool.query<Row>(FIND, values)
    for (const { identificatie, versie, gegevens, vanRechtswegeSinds } of rows) {
      const sinds = vanRechtswegeSinds !== null && { vanRechtswegeSinds }
      const zaaktype = { ...zaaktypeGegevens.parse(gegevens), identificatie, versie, ...sinds }
      versions.set(nameOf({ zaaktype: identificatie, zaaktypeversie: versie }), zaaktype)
    }
  }
  return (zaak) => {
    const zaaktype = versions.get(nameOf(zaak))
    if (!zaaktype) throw new Error(`The catalogus has no zaaktype ${nameOf(zaak)}`)
    return zaaktype
  }
}

/** Returns the zaaktype of a zaak, in the version that the zaak has. */
export async function findZaaktypeOf(ctx: Ctx, zaak: Key): Promise<Zaaktype> {
  return (await loadZaaktypen(ctx, [zaak]))(zaak)
}

/**
 * Returns every zaaktype, by name, in the version that handles an aanvraag received on a day.
 *
 * @param ontvangen `yyyy-mm-dd`; today when absent
 */
export async function findZaaktypen(ctx: Now, ontvangen?: string): Promise<Zaaktype[]> {
  const today = dateInAmsterdam(ctx.clock())
  const { rows } = await ctx.pool.query<Key>(FIND_IN_FORCE, [today, ontvangen ?? today])
  const zaaktypeOf = await loadZaaktypen(ctx, rows)
  return rows.map(zaaktypeOf).sort((one, other) => one.omschrijving.nl.localeCompare(other.omschrijving.nl, 'nl'))
}

const FIND_NEWEST = `
  select identificatie as zaaktype, max(versie) as zaaktypeversie from zaaktypeversie where identificatie = any($1) group by 1`

/**
 * Returns a test that is true for zaken that are gevoelig. The newest version of a zaaktype decides, also for
 * zaken that began with an earlier one.
 */
export async function loadGevoelig(
  ctx: Ctx,
  zaken: readonly { zaaktype: string }[],
): Promise<(zaak: { zaaktype: string; vertrouwelijk: boolean }) => boolean> {
  const zaaktypen = [...new Set(zaken.map(({ zaaktype }) => zaaktype))]
  const { rows } = await ctx.pool.query<Key>({ name: 'find-newest-zaaktypen', text: FIND_NEWEST, values: [zaaktypen] })
  const zaaktypeOf = await loadZaaktypen(ctx, rows)
  const gevoelig = rows.flatMap((newest) => (zaaktypeOf(newest).gevoelig ? newest.zaaktype : []))
  return ({ zaaktype, vertrouwelijk }) => vertrouwelijk || gevoelig.includes(zaaktype)
}

export async function findZaaktypeversies(ctx: Ctx): Promise<Zaaktype[]> {
  const { rows } = await ctx.pool.query<Key>(FIND_ALL)
  return rows.map(await loadZaaktypen(ctx, rows))
}

/** Returns the zaaktype version with which a zaak begins today. */
export async function findZaaktype(ctx: Now, identificatie: string): Promise<Zaaktype> {
  const found = (await findZaaktypen(ctx)).find((zaaktype) => zaaktype.identificatie === identificatie)
  if (!found) throw new Error(`The catalogus has no zaaktype ${identificatie}`)
  return found
}
