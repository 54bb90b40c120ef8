import { sentHeaders } from '../../bezorging/record/stored-headers.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Bezorgpoging } from '../../generated/client.ts'
import { eventText } from '../../outbox/event-text.ts'
import { type BezorgingRegel, SELECT_REGEL } from './find-bezorgingen.ts'

/** One POST, as sent and answered. Headers as kept: without reusable tokens and signatures. */
export type BezorgpogingDetail = Omit<
  Bezorgpoging,
  'bezorgingId' | 'requestHeaders' | 'responseHeaders' | 'responseBody'
> & {
  requestHeaders: Record<string, string>
  responseHeaders: Record<string, string | string[]> | null
  /** at most 4096 bytes; `responseAfgekapt` when there was more */
  responseBody: string | null
}

export type BezorgingDetail = BezorgingRegel & {
  /** what every attempt sends; null once purged */
  body: string | null
  /** in order; may be fewer than `pogingen`, because old ones are purged */
  bezorgpogingen: BezorgpogingDetail[]
}

const BIGINT = /^[1-9]\d{0,17}$/

/** A bezorging with its body and attempts. */
export async function findBezorgingDetail(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'db'>,
  id: string,
): Promise<BezorgingDetail | undefined> {
  if (!BIGINT.test(id)) return undefined
  const { pool, db } = ctx
  const { rows } = await pool.query<BezorgingRegel & { body: string | null }>(
    `select regel.*, gebeurtenis.body from (${SELECT_REGEL} where bezorging.id = $1) regel
     join gebeurtenis on gebeurtenis.id = regel."eventId"`,
    [id],
  )
  const [bezorging] = rows
  if (!bezorging) return undefined
  // After it, so that a bezorging that ended has the poging by which it did: its page asks for no more.
  const bezorgpogingen = await db.bezorgpoging.findMany({
    where: { bezorgingId: BigInt(id) },
    omit: { bezorgingId: true },
    orderBy: { nummer: 'asc' },
  })
  const { sink } = bezorging
  const body = bezorging.body && eventText(ctx, bezorging.body)
  return {
    ...bezorging,
    body,
    bezorgpogingen: (bezorgpogingen as BezorgpogingDetail[]).map((poging) => ({
      ...poging,
      requestHeaders: sentHeaders(poging.requestHeaders, { event: body, sink }),
    })),
  }
}
