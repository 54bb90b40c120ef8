import type { PublieksportaalContext } from '../context.ts'
import { markAccepted } from './bron-stand.ts'
import type { Failure, ZaaksysteemApi } from './call-zaaksysteem.ts'
import { storeZaak } from './store-zaak.ts'
import { fetchHoogsteSequence, fetchZakenPages } from './zaaksysteem-api.ts'

/** The number of zaken read so far, and of those that differed from the read model. */
export type RebuildProgress = { zaken: number; changed: number }

type Rebuild = ({ ok: true; removed: number } & RebuildProgress) | { ok: false; reason: 'aborted' } | Failure

/**
 * Makes the whole read model equal to the zaaksysteem, while events keep arriving. A zaak never goes back to
 * an older versie, and only a changed zaak gives a live event. Zaken whose registration was missed are news
 * to the citizen. After a complete pass, deletes the zaken that the zaaksysteem does not have. After an
 * interruption, run it again.
 */
export async function rebuildZaken(
  ctx: PublieksportaalContext,
  options: {
    api: ZaaksysteemApi
    onPage?: (progress: RebuildProgress) => void | Promise<void>
    signal?: AbortSignal
  },
): Promise<Rebuild> {
  const { api, onPage, signal } = options
  // Read before the zaken, because everything after this sequence arrives as an event.
  const newest = await fetchHoogsteSequence(api, ctx.env.PUBLIEKSPORTAAL_BRON)
  if (!newest.ok) return newest

  const unseen = await findLiveVolgnummers(ctx)
  const progress: RebuildProgress = { zaken: 0, changed: 0 }
  for await (const page of fetchZakenPages(api)) {
    if (!page.ok) return page
    for (const zaak of page.zaken) {
      if (signal?.aborted) return { ok: false, reason: 'aborted' }
      const storage = await storeZaak(ctx, zaak, { alreadySeen: true })
      unseen.delete(zaak.uuid.toLowerCase())
      progress.zaken += 1
      if (storage === 'changed') progress.changed += 1
    }
    await onPage?.(progress)
  }
  const removed = await removeUntouched(ctx, unseen)
  await markAccepted(ctx, { totSequence: newest.hoogsteSequence, caughtUp: false })
  return { ok: true, removed, ...progress }
}

async function findLiveVolgnummers(ctx: PublieksportaalContext): Promise<Map<string, number>> {
  const { rows } = await ctx.pool.query<{ id: string; volgnummer: number }>(
    'select id, live_volgnummer as volgnummer from zaak',
  )
  return new Map(rows.map(({ id, volgnummer }) => [id, volgnummer]))
}

/** Deletes the zaken that have not changed since their volgnummer was read and have no ophaalopdracht. */
async function removeUntouched(ctx: PublieksportaalContext, zaken: Map<string, number>): Promise<number> {
  const { rowCount } = await ctx.pool.query(
    `with gone as (
       select zaak.id from zaak
       join unnest($1::uuid[], $2::int[]) as unseen (id, volgnummer)
         on unseen.id = zaak.id and unseen.volgnummer = zaak.live_volgnummer
       where not exists (select from ophaalopdracht where zaak_id = zaak.id)
       for update of zaak skip locked
     )
     delete from zaak using gone where zaak.id = gone.id`,
    [[...zaken.keys()], [...zaken.values()]],
  )
  return rowCount ?? 0
}
