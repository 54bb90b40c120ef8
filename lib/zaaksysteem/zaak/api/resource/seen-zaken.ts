import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { Seen } from '../../../audit/record-look.ts'

/** A look at one zaak: it is found again by its zaak. */
export function seenZaak({ uuid: id, initiator }: ZaakResource): Seen {
  return { zaak: { id, bsn: 'bsn' in initiator ? initiator.bsn : null } }
}

/**
 * A page of zaken is one look, and one more at each that is gevoelig: a client that reads all of them would otherwise leave a row
 * for each. Pages are in order of uuid, so the first and the last one say which were in it.
 */
export function seenPage(zaken: readonly ZaakResource[]): Seen[] {
  const [first, last] = [zaken[0], zaken.at(-1)]
  if (!first || !last) return []
  return [
    { object: { soort: 'zaken', id: `${first.uuid}/${last.uuid}` }, aantal: zaken.length },
    ...zaken.filter(({ gevoelig }) => gevoelig).map(seenZaak),
  ]
}
