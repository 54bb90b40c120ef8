import type { ZaaksysteemContext } from '../../context.ts'
import type { Bezorgpoging } from '../../generated/client.ts'
import { sentHeaders } from './stored-headers.ts'

/** An attempt as sent and answered. Headers as kept: without reusable tokens and signatures. */
export type BezorgpogingDetail = Omit<
  Bezorgpoging,
  'bezorgingId' | 'requestHeaders' | 'responseHeaders' | 'responseBody'
> & {
  requestHeaders: Record<string, string>
  responseHeaders: Record<string, string | string[]> | null
  /** at most 4096 bytes; `responseAfgekapt` when there were more */
  responseBody: string | null
}

/**
 * Returns the attempts of a bezorging that are still kept, the newest first.
 *
 * @param bezorging.body the payload of every attempt; null once purged
 * @param page.before only attempts with a lower number
 */
export async function findPogingen(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { id, body, sink }: { id: string; body: string | null; sink: string },
  page: { before?: number | undefined; limit?: number } = {},
): Promise<BezorgpogingDetail[]> {
  const pogingen = await db.bezorgpoging.findMany({
    where: { bezorgingId: BigInt(id), nummer: { lt: page.before } },
    omit: { bezorgingId: true },
    orderBy: { nummer: 'desc' },
    take: page.limit,
  })
  return (pogingen as BezorgpogingDetail[]).map((poging) => ({
    ...poging,
    requestHeaders: sentHeaders(poging.requestHeaders, { event: body, sink }),
  }))
}
