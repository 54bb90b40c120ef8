import { latestEndSql } from '#lib/platform/is-over.ts'
import { UNPROVEN_REDENEN } from '../afwijzing/record-afwijzing.ts'
import type { PublieksportaalContext } from '../context.ts'

/** An event that the portal fetched itself does not prove that bezorgingen can be verified. */
const DELIVERED = "source = bron.source and credentialtype <> 'OPGEHAALD'"

/** A future moment dates from before the clock was set back and says nothing about the order of events. */
const IS_PAST = `<= ${latestEndSql('$1', 0)}`
const ifPast = (moment: string) => `case when ${moment} ${IS_PAST} then ${moment} else '-infinity' end`
const isRecent = (moment: string) => `${moment} > $1::timestamptz - interval '10 minutes' and ${moment} ${IS_PAST}`

/**
 * A bron fails when it meets all of these: nothing was accepted since its last verification failure, and the
 * last ten minutes had at least 3 failures and as many as accepted events, or at least 5 while it worked in
 * the last 24 hours.
 */
const RAISE = `
  with mislukt as (
    select bron.source, min(minuut) as eerste, max(laatste_op) as laatste, sum(aantal)::int as aantal
    from bron join afwijzing_telling on afwijzing_telling.bron = bron.source
    where bron.status = 'actief' and bron.faalt_sinds is null
      and reden = any($2) and ${isRecent('minuut')} and minuut > ${ifPast('bron.hersteld_op')}
    group by bron.source
  ), oordeel as (
    select mislukt.*
    from mislukt join bron using (source) cross join lateral (
      select count(*)::int as aantal, max(ontvangen_op) as laatste
      from ontvangen_gebeurtenis where ${DELIVERED} and ${isRecent('ontvangen_op')}
    ) gelukt
    where coalesce(gelukt.laatste < mislukt.laatste, true) and (
      mislukt.aantal >= 3 and mislukt.aantal >= gelukt.aantal
      or mislukt.aantal >= 5 and exists (
        select from ontvangen_gebeurtenis where ${DELIVERED} and ontvangen_op > $1::timestamptz - interval '1 day'
      )
    )
  )
  update bron set faalt_sinds = oordeel.eerste
  from oordeel
  where bron.source = oordeel.source and bron.faalt_sinds is null
  returning bron.source`

const RESOLVE = `
  update bron set faalt_sinds = null, hersteld_op = $1
  where faalt_sinds is not null and exists (
    select from ontvangen_gebeurtenis where ${DELIVERED} and ontvangen_op ${IS_PAST} and ontvangen_op > (
      select coalesce(max(laatste_op), ${ifPast('bron.faalt_sinds')}) from afwijzing_telling
      where afwijzing_telling.bron = bron.source and reden = any($2) and laatste_op ${IS_PAST}
        and minuut >= ${ifPast('bron.faalt_sinds')}
    )
  )
  returning source`

/**
 * Raises an alert for each bron that suddenly fails verification, and ends it once verification succeeds
 * again. Concurrent runs are safe: the second update finds that the row no longer meets its condition.
 */
export async function superviseBronnen({
  pool,
  clock,
  log,
}: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>): Promise<void> {
  const values = [clock(), UNPROVEN_REDENEN]
  const resolved = await pool.query<{ source: string }>(RESOLVE, values)
  const raised = await pool.query<{ source: string }>(RAISE, values)
  for (const { source } of resolved.rows) log.info({ source }, 'A bron can be verified again')
  for (const { source } of raised.rows) log.error({ source }, 'A bron suddenly fails verification')
}
