import { redirect } from 'next/navigation'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { findWholeList } from '#lib/zaaksysteem/werkvoorraad/find-whole-list.ts'
import { findZaakByNummer } from '#lib/zaaksysteem/zaak/detail/find-zaak-by-nummer.ts'
import { zaakPath } from '../paths.ts'
import { listHref, readWerkvoorraadFields, toWerkvoorraadQuery } from '../werkvoorraad-filter.ts'

type Props = { searchParams: Promise<SearchParams> }

/** Redirects the global search to the zaak with that number, or to the list with results. */
export default async function ZoekenPage({ searchParams }: Props) {
  const lezer = await requireBehandelaar()
  const { zoek } = readWerkvoorraadFields('open', await searchParams)
  const ctx = zaaksysteem()
  const zaakId = await findZaakByNummer(ctx, zoek, lezer)
  if (zaakId) redirect(zaakPath(zaakId))
  const isFoundIn = async (list: 'open' | 'afgehandeld') => {
    const query = toWerkvoorraadQuery(ctx, list, readWerkvoorraadFields(list, { zoek }), lezer)
    return query && (await findWholeList(ctx, { query, lezer, limit: 1 })).length > 0
  }
  const list = !(await isFoundIn('open')) && (await isFoundIn('afgehandeld')) ? 'afgehandeld' : 'open'
  redirect(listHref(list, readWerkvoorraadFields(list, { zoek })))
}
