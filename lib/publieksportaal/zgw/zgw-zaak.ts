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

/** A zaak as the registratie has it. Its addresses are compared and handed back, and never called. */
export type ZgwZaak = z.infer<typeof zaakSchema>
type ZgwSoort = z.infer<typeof soortSchema>

/**
 * The zaak that the registratie has under the same identificatie; `undefined` when it has none. What it answers is looked at, whatever
 * it was asked: a filter that it does not know it may leave out.
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

/** The soorten of documents that its zaaktype has. */
export async function readSoorten(
  ctx: Registratie,
  { zaak, signal }: { zaak: ZgwZaak; signal: AbortSignal },
): Promise<ZgwSoort[]> {
  const query = { zaaktype: zaak.zaaktype }
  const call = { api: 'CATALOGI', path: '/zaaktype-informatieobjecttypen', query, signal } as const
  return (await readPages(ctx, call, soortSchema)).filter(({ zaaktype }) => zaaktype === zaak.zaaktype)
}

/** The end of an address in an answer; an empty text when that is no uuid. */
export function uuidOf(url: string): string {
  const id = url.slice(url.lastIndexOf('/') + 1).toLowerCase()
  return isUuid(id) ? id : ''
}
