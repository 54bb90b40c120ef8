import type { PublieksportaalContext } from '../context.ts'
import { vapid } from '../env.ts'
import { gatherMoment } from './mail-order.ts'

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
