import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import { findZaaktypeversies } from '../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * The fewest zaken of a measurement: fewer give no reliable p90, and may disclose a single zaak.
 */
export const LEAST_ZAKEN = 30

/**
 * Parameters: zaaktype, peildatum, the day before the year that ends on the peildatum, and the version and
 * resultaat of each besluit, by which an index finds the zaken.
 */
const MEASURE = `
  with afgerond as (
    select greatest(1, ceil((zaak.einddatum - zaak.startdatum - historie.stil) / 7.0))::int as weken
    from unnest($4::int[], $5::text[]) as einde (versie, resultaat)
    cross join lateral (
      select id, versie, startdatum, einddatum from zaak
      where zaaktype = $1 and zaaktypeversie = einde.versie and resultaat = einde.resultaat
        and einddatum > $3::date and einddatum <= $2::date
    ) zaak
    cross join lateral (
      select bool_or(soort = 'heropening') as heropend, coalesce(sum(greatest(0, tot - sinds - 1)), 0) as stil
      from (
        -- The term stands still from the day after opgeschort_op until the day on which it ran again
        -- (Awb 4:15; see stilstaandeDagen), or on which the zaak was closed. A resumption that the next
        -- row undoes does not count.
        select soort, lag(opgeschort_op) over (order by versie) as sinds,
          case
            when soort in ('hervatting', 'aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_verlopen')
              and lead(soort) over (order by versie) is distinct from 'herstel' then hervat_op
            when versie = zaak.versie then einddatum
          end as tot
        from status where zaak_id = zaak.id
      ) rij
    ) historie
    where not historie.heropend
  )
  insert into doorlooptijd (zaaktype, peildatum, aantal, helft_binnen_weken, negen_van_tien_binnen_weken)
  select $1, $2::date, count(*), case when count(*) >= ${LEAST_ZAKEN} then percentile_disc(0.5) within group (order by weken) end,
    case when count(*) >= ${LEAST_ZAKEN} then percentile_disc(0.9) within group (order by weken) end
  from afgerond
  on conflict (zaaktype) do update set peildatum = excluded.peildatum, aantal = excluded.aantal,
    helft_binnen_weken = excluded.helft_binnen_weken,
    negen_van_tien_binnen_weken = excluded.negen_van_tien_binnen_weken`

/**
 * Measures, once a day, the time of zaken that ended in a besluit in the last year. Withdrawn zaken and
 * zaken that were ever reopened do not count. A concurrent worker does no harm, because both write the
 * same values.
 *
 * @returns the number of measured zaaktypen
 */
export async function measureDoorlooptijden(
  ctx: ZaaksysteemContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  const peildatum = dateInAmsterdam(ctx.clock())
  const vanaf = addToDate(peildatum, '-P1Y')
  const measured = await findMeasured(ctx, peildatum)
  let count = 0
  for (const [zaaktype, einden] of await findBesluiten(ctx)) {
    if (signal?.aborted || measured.has(zaaktype)) continue
    const versies = einden.map(({ versie }) => versie)
    const resultaten = einden.map(({ resultaat }) => resultaat)
    await queryByIndex(ctx.pool, MEASURE, [zaaktype, peildatum, vanaf, versies, resultaten])
    count += 1
  }
  return count
}

async function findMeasured({ pool }: ZaaksysteemContext, peildatum: string): Promise<Set<string>> {
  const { rows } = await pool.query<{ zaaktype: string }>('select zaaktype from doorlooptijd where peildatum = $1', [
    peildatum,
  ])
  return new Set(rows.map(({ zaaktype }) => zaaktype))
}

type Einde = { versie: number; resultaat: string }

/** Returns the resultaten that are a besluit, per zaaktype, over all its versions. */
async function findBesluiten(ctx: ZaaksysteemContext): Promise<Map<string, Einde[]>> {
  const einden = new Map<string, Einde[]>()
  for (const { identificatie, versie, resultaattypen } of await findZaaktypeversies(ctx)) {
    const besluiten = resultaattypen.filter(({ isBesluit }) => isBesluit)
    const more = besluiten.map(({ code }) => ({ versie, resultaat: code }))
    einden.set(identificatie, [...(einden.get(identificatie) ?? []), ...more])
  }
  return einden
}
