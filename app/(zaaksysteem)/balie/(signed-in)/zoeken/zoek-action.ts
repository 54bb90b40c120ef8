'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { withoutNul } from '#lib/platform/postgres/sql.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { hrefWith, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { sealZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import { ZOEKEN } from '../paths.ts'
import { listHref, MAX_ZOEK, readWerkvoorraadFields } from '../werkvoorraad-filter.ts'

const search = z.looseObject({
  lijst: z.enum(['overal', 'open', 'mijn', 'afgehandeld']),
  zoek: z
    .string()
    .transform((text) => withoutNul(text).trim().slice(0, MAX_ZOEK))
    .catch(''),
})

/** Returns the URL of a search, with the text sealed because it may be a name. */
export async function findZoekAdres(formData: FormData): Promise<string> {
  const { sessieId } = await requireBehandelaar()
  const { lijst, zoek, ...filters } = readHidden(search, formData)
  const inAdres = sealZoek(zaaksysteem(), zoek, sessieId)
  if (lijst === 'overal') return hrefWith(ZOEKEN, { zoek: inAdres })
  return listHref(lijst, readWerkvoorraadFields(lijst, { ...(filters as SearchParams), zoek: inAdres }))
}

export async function zoekAction(formData: FormData): Promise<void> {
  redirect(await findZoekAdres(formData))
}
