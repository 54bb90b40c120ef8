import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { clientsOfEnvironment } from '../../api/api-client.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { eventText } from '../../outbox/event-text.ts'
import { type BezorgpogingDetail, findPogingen } from '../record/find-pogingen.ts'
import { renderRequest } from '../send/render-request.ts'
import { type BezorgingRegel, readable, SELECT_REGEL } from './find-bezorgingen.ts'

export type BezorgingDetail = BezorgingRegel & {
  /** the body that every poging sends; null once purged */
  body: string | null
  /** in order; may be fewer than `pogingen`, because old ones are purged */
  bezorgpogingen: BezorgpogingDetail[]
}

const BIGINT = /^[1-9]\d{0,17}$/

const FIND = `
  select regel.*, gebeurtenis.body
  from (
    ${SELECT_REGEL}
    where bezorging.id = $1
      and ($2::text is null or (abonnement.client = $2 and ${readable({ now: '$3', clients: '$4' })}))
  ) regel
  join gebeurtenis on gebeurtenis.id = regel."eventId"`

/**
 * Returns a bezorging with its body and attempts.
 *
 * @param client the API client that must own it and may read its event; absent for the desk
 */
export async function findBezorgingDetail(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'db' | 'env' | 'clock'>,
  id: string,
  client?: string,
): Promise<BezorgingDetail | undefined> {
  if (!BIGINT.test(id)) return undefined
  const { rows } = await ctx.pool.query<BezorgingRegel & { body: string | null }>(FIND, [
    id,
    client,
    ctx.clock(),
    clientsOfEnvironment(ctx.env),
  ])
  const [found] = rows
  if (!found) return undefined
  const bezorging = { ...found, body: found.body && eventText(ctx, found.body) }
  // Read after the bezorging, so that an ended bezorging has its last poging: its page stops polling then.
  const newestFirst = await findPogingen(ctx, bezorging)
  return { ...bezorging, bezorgpogingen: newestFirst.toReversed() }
}

/** Returns the body of an attempt; `undefined` once purged, and for a batch, whose events are not kept. */
export function sentBody(
  { body }: Pick<BezorgingDetail, 'body'>,
  { requestHeaders }: Pick<BezorgpogingDetail, 'requestHeaders'>,
): string | undefined {
  if (body === null || requestHeaders['content-type'] === EVENT_BATCH_CONTENT_TYPE) return undefined
  return renderRequest('ce-id' in requestHeaders ? 'binary' : 'structured', [body]).body
}
