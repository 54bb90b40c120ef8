import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailServer, vapid } from '../env.ts'

/** Changes of a zaak within this time after the first share one mail and one push. */
const GATHER_MS = 3 * MINUTE_MS

/**
 * SQL that orders a mail about each changed zaak whose citizen gave an address. An address that refuses mail
 * or is unconfirmed counts too: claiming its mail reports that to the zaaksysteem. A mail that still gathers
 * includes the change. It is updated all the same: the lock keeps other processes from claiming it before
 * this commit. The LIMIT keeps the address an index lookup: the planner can turn a join into a full scan
 * while the table is small.
 *
 * @param options.changed rows of `zaak_id`, `burger_id` and `van`, the versie before the change
 * @param options.due when to send it, or null: `mailMoment`
 */
export const orderMail = ({ changed, due, now }: { changed: string; due: string; now: string }) => `
    insert into uitgaande_mail (id, soort, burger_id, zaak_id, van_versie, volgende_poging, aangemaakt_op)
    select gen_random_uuid(), 'zaak', told.burger_id, told.zaak_id, told.van, ${due}::timestamptz, ${now}::timestamptz
    from (${changed}) told
    cross join lateral (
      select from emailadres
      where burger_id = told.burger_id and versleuteld is not null
      limit 1
    ) adres
    where ${due}::timestamptz is not null
    on conflict (zaak_id) where soort = 'zaak' and tot_versie is null do update set burger_id = excluded.burger_id`

/** Returns when a mail about a change that happens now is sent; null without a mail server. */
export function mailMoment(ctx: Pick<PublieksportaalContext, 'env' | 'clock'>): string | null {
  return mailServer(ctx.env) ? gatherMoment(ctx) : null
}

/** Returns the time until which later changes join a change that happens now. */
export function gatherMoment({ env, clock }: Pick<PublieksportaalContext, 'env' | 'clock'>): string {
  const { PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: seconds } = env
  return new Date(clock().getTime() + (seconds ? seconds * SECOND_MS : GATHER_MS)).toISOString()
}

/** The maximum number of devices of a citizen. */
export const MAX_APPARATEN = 10

/**
 * SQL that orders a push to each device of the citizens of changed zaken. A waiting or leased push includes
 * the change and gathers anew. The LIMIT keeps the devices an index lookup, as in `orderMail`.
 *
 * @param options.changed rows of `zaak_id`, `burger_id` and `van`, the versie before the change
 * @param options.due when to send it, or null: `pushMoment`
 */
export const orderPush = ({ changed, due, now }: { changed: string; due: string; now: string }) => `
    insert into uitgaande_push (id, apparaat_id, zaak_id, van_versie, volgende_poging, aangemaakt_op)
    select gen_random_uuid(), apparaat.id, told.zaak_id, told.van, ${due}::timestamptz, ${now}::timestamptz
    from (${changed}) told
    cross join lateral (
      select id from apparaat where burger_id = told.burger_id limit ${MAX_APPARATEN}
    ) apparaat
    where ${due}::timestamptz is not null
    on conflict (apparaat_id, zaak_id) do update
      set aanvraag = uitgaande_push.aanvraag + 1, aangemaakt_op = excluded.aangemaakt_op`

/** Returns when a push about a change that happens now is sent; null without VAPID keys. */
export function pushMoment(ctx: Pick<PublieksportaalContext, 'env' | 'clock'>): string | null {
  return vapid(ctx.env) ? gatherMoment(ctx) : null
}
