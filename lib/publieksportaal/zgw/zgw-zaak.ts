import { validate as isUuid } from 'uuid'
import { z } from 'zod'
import { type Registratie, readPages } from './call-registratie.ts'

const zaakSchema = z.object({
  url: z.string(),
  identificatie: z.string(),
  bronorganisatie: z.string(),
  zaaktype: z.string(),
})
const soortSchema = z.object({
  zaaktype: z.string(),
  informatieobjecttype: z.string(),
  richting: z.string(),
  volgnummer: z.int(),
})

/** A zaak in the registratie. Its addresses are compared and sent back, never called. */
export type ZgwZaak = z.infer<typeof zaakSchema>
type ZgwSoort = z.infer<typeof soortSchema>

/**
 * Returns the zaak with this identificatie; `undefined` when the registratie has none. Filters the answer
 * again, because a registratie may ignore a query parameter that it does not know.
 */
export async function findZgwZaak(
  ctx: Registratie,
  { identificatie, signal }: { identificatie: string; signal: AbortSignal },
): Promise<ZgwZaak | undefined> {
  const bronorganisatie = ctx.env.PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE ?? ''
  const call = { api: 'ZAKEN', path: '/zaken', query: { identificatie, bronorganisatie }, signal } as const
  const found = (await readPages(ctx, call, zaakSchema)).filter(
    (zaak) => zaak.identificatie === identificatie && zaak.bronorganisatie === bronorganisatie,
  )
  if (found.length > 1) throw new Error('Two zaken have the same identificatie')
  return found[0]
}

export async function readSoorten(
  ctx: Registratie,
  { zaak, signal }: { zaak: ZgwZaak; signal: AbortSignal },
): Promise<ZgwSoort[]> {
  const query = { zaaktype: zaak.zaaktype }
  const call = { api: 'CATALOGI', path: '/zaaktype-informatieobjecttypen', query, signal } as const
  return (await readPages(ctx, call, soortSchema)).filter(({ zaaktype }) => zaaktype === zaak.zaaktype)
}

/** Returns the uuid at the end of an address; an empty string when there is none. */
export function uuidOf(url: string): string {
  const id = url.slice(url.lastIndexOf('/') + 1).toLowerCase()
  return isUuid(id) ? id : ''
}
