import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailServer, vapid } from '../env.ts'

/** What happens to a zaak within this time of the first change goes in one mail, and one push. */
const GATHER_MS = 3 * MINUTE_MS

/**
 * SQL that has the citizens of changed zaken mailed about them, those who gave an address. One that takes no mail, or is still to
 * be confirmed, counts too: what cannot be mailed is told to the zaaksysteem when the mail is claimed. A mail that still gathers
 * takes the change in. It is then updated nevertheless: the lock keeps it from being claimed, as it was before this change, until
 * this commits. The LIMIT keeps the look-up of the address by itself: as a join it can be planned, while there are few, as a pass
 * over all.
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

/** When a mail about a change of now is sent; null when there is no mail server. */
export function mailMoment(ctx: Pick<PublieksportaalContext, 'env' | 'clock'>): string | null {
  return mailServer(ctx.env) ? gatherMoment(ctx) : null
}

/** Until when what happens joins a change of now. */
export function gatherMoment({ env, clock }: Pick<PublieksportaalContext, 'env' | 'clock'>): string {
  const { PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: seconds } = env
  return new Date(clock().getTime() + (seconds ? seconds * SECOND_MS : GATHER_MS)).toISOString()
}

/** A citizen has no more devices than this. */
export const MAX_APPARATEN = 10

/**
 * SQL that has a push sent to each device of the citizens of changed zaken. One that waits, or is being sent, takes the change
 * in, and is as new as that. The LIMIT keeps the look-up of the devices by itself, as that of the address of `orderMail`.
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

/** When a push about a change of now is sent; null when this portal pushes nothing. */
export function pushMoment(ctx: Pick<PublieksportaalContext, 'env' | 'clock'>): string | null {
  return vapid(ctx.env) ? gatherMoment(ctx) : null
}
