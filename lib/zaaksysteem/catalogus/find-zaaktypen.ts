import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type Zaaktype, zaaktypeGegevens } from './zaaktype.ts'

type Ctx = Pick<ZaaksysteemContext, 'pool' | 'once'>
type Now = Ctx & Pick<ZaaksysteemContext, 'clock'>
type Key = { zaaktype: string; zaaktypeversie: number }
type Row = { identificatie: string; versie: number; gegevens: unknown; vanRechtswegeSinds: string | null }

/** What a law gave by the versions in a row before this one, this one gives too. */
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

/** What came in before the first version is handled by that one. */
const FIND_IN_FORCE = `
  select distinct on (identificatie) identificatie as zaaktype, versie as zaaktypeversie
  from zaaktypeversie where geldig_vanaf <= $1::date
  order by identificatie, case when geldig_vanaf <= $2::date then versie else -versie end desc`

const FIND_ALL = 'select identificatie as zaaktype, versie as zaaktypeversie from zaaktypeversie'

const nameOf = ({ zaaktype, zaaktypeversie }: Key) => `${zaaktype} ${zaaktypeversie}`

/** The zaaktypen of these zaken, by a function of the zaak. A version never changes, so it is read once. */
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

/** The zaaktype that a zaak began with. */
export async function findZaaktypeOf(ctx: Ctx, zaak: Key): Promise<Zaaktype> {
  return (await loadZaaktypen(ctx, [zaak]))(zaak)
}

/**
 * Every zaaktype that the municipality handles, as zaken begin with it whose aanvraag came on a day, by name.
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
 * Which of these zaken need more care, by a function of the zaak: a zaaktype is gevoelig by its newest version, also for zaken that
 * began with another one.
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

/** Every version of every zaaktype. */
export async function findZaaktypeversies(ctx: Ctx): Promise<Zaaktype[]> {
  const { rows } = await ctx.pool.query<Key>(FIND_ALL)
  return rows.map(await loadZaaktypen(ctx, rows))
}

/** The zaaktype with which a zaak begins today. */
export async function findZaaktype(ctx: Now, identificatie: string): Promise<Zaaktype> {
  const found = (await findZaaktypen(ctx)).find((zaaktype) => zaaktype.identificatie === identificatie)
  if (!found) throw new Error(`The catalogus has no zaaktype ${identificatie}`)
  return found
}
