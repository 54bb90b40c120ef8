import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import { findZaaktypeversies } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { grantVanRechtswege } from '#lib/zaaksysteem/zaak/handelingen/besluit/grant-van-rechtswege.ts'
import { performHandeling } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { LAPSE_INGEBREKESTELLING } from '#lib/zaaksysteem/zaak/handelingen/te-laat/lapse-ingebrekestelling.ts'
import { TERMIJNBEWAKING } from '#lib/zaaksysteem/zaak/wijziging/compose-act.ts'

const BATCH = 100

type Overdue = { id: string; versie: number }

/**
 * Finds late zaken by the index of the fatale datum, the latest first, so that late zaken without a grant by
 * law are not read. A zaak whose term stands still is not late, unless it was late before that. Parameters:
 * today, zaaktypen, their versions, and since when each has a grant by law.
 */
const FIND_OVERDUE = `
  select id, versie from zaak
  where einddatum is null and uiterlijke_einddatum < $1 and not besluit_geldt
    and (opschorting is null or opgeschort_op > uiterlijke_einddatum)
    and (
      select true from unnest($2::text[], $3::int[], $4::date[]) given (type, versie, since)
      where type = zaaktype and given.versie = zaaktypeversie and uiterlijke_einddatum + 1 >= coalesce(since, '-infinity') limit 1
    )
    and (
      select true from (
        select distinct on (id) vervalreden from besluit where zaak_id = zaak.id order by id, versie desc
      ) newest
      where vervalreden is distinct from 'vergissing' limit 1
    ) is null
  order by uiterlijke_einddatum desc, id desc limit ${BATCH}`

/**
 * Grants aanvragen by law that nobody decided in time, if a law or verordening says so (Awb 4:20b). A
 * conflict with another worker, or with a besluit at the same moment, resolves itself.
 *
 * @returns the number of granted zaken
 */
export async function grantOverdue(
  ctx: ZaaksysteemContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  const versies = (await findZaaktypeversies(ctx)).filter(({ vanRechtswege }) => vanRechtswege !== null)
  if (versies.length === 0) return 0
  let granted = 0
  while (!signal?.aborted) {
    const rows = await findOverdue(ctx, versies)
    const outcomes = await Promise.all(rows.map((zaak) => grant(ctx, zaak)))
    const done = outcomes.filter(({ ok }) => ok).length
    granted += done
    if (rows.length < BATCH || done === 0) break
  }
  return granted
}

async function findOverdue({ pool, clock }: ZaaksysteemContext, versies: readonly Zaaktype[]) {
  const names = versies.map(({ identificatie }) => identificatie)
  const sinds = versies.map(({ vanRechtswegeSinds = null }) => vanRechtswegeSinds)
  const values = [dateInAmsterdam(clock()), names, versies.map(({ versie }) => versie), sinds]
  return (await queryByIndex<Overdue>(pool, FIND_OVERDUE, values)).rows
}

function grant(ctx: ZaaksysteemContext, { id: zaakId, versie }: Overdue) {
  return grantVanRechtswege(ctx, {
    zaakId,
    versie,
    gezetDoor: { taak: TERMIJNBEWAKING },
    traceparent: traceparentOf(null),
  })
}

/** Finds zaken whose ingebrekestelling may have come too early. Skips one whose lapse somebody took back. */
const FIND_TOO_EARLY = `
  select id, versie from zaak
  where einddatum is null and ingebrekegesteld_op is not null and dwangsom_bekend_op is null
    and (ingebrekegesteld_op <= uiterlijke_einddatum or opgeschort_op <= uiterlijke_einddatum)
    and (
      select soort from status where zaak_id = zaak.id and soort in ('ingebrekestelling', 'ingebrekestelling_vervallen')
      order by versie desc limit 1
    ) = 'ingebrekestelling'
  order by ingebrekegesteld_op desc limit ${BATCH}`

/**
 * Lets a too early ingebrekestelling lapse, when a process died between the act that showed this and the
 * lapse.
 *
 * @returns the number of lapsed ingebrekestellingen
 */
export async function lapseTooEarly(ctx: ZaaksysteemContext): Promise<number> {
  const { rows } = await queryByIndex<{ id: string; versie: number }>(ctx.pool, FIND_TOO_EARLY, [])
  const outcomes = await Promise.all(
    rows.map(({ id: zaakId, versie }) => {
      const by = { gezetDoor: { taak: TERMIJNBEWAKING }, traceparent: traceparentOf(null) }
      return performHandeling(ctx, LAPSE_INGEBREKESTELLING, { zaakId, versie, ...by })
    }),
  )
  return outcomes.filter(({ ok }) => ok).length
}
