import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { Seen } from '../../../audit/record-look.ts'

/** Returns the look at one zaak, which the audittrail finds by its zaak. */
export function seenZaak({ uuid: id, initiator }: ZaakResource): Seen {
  return { zaak: { id, bsn: 'bsn' in initiator ? initiator.bsn : null } }
}

/**
 * Returns the looks of a page: one for the page, and one for each gevoelige zaak. One per zaak would
 * flood the audittrail when a client reads everything. Pages are in order of uuid, so the first and
 * last uuid define the page.
 */
export function seenPage(zaken: readonly ZaakResource[]): Seen[] {
  const [first, last] = [zaken[0], zaken.at(-1)]
  if (!first || !last) return []
  return [
    { object: { soort: 'zaken', id: `${first.uuid}/${last.uuid}` }, aantal: zaken.length },
    ...zaken.filter(({ gevoelig }) => gevoelig).map(seenZaak),
  ]
}
