'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { withoutNul } from '#lib/platform/postgres/sql.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { hrefWith, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { sealZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import { findZakenOfBsn, type ZaakOfBsn } from '#lib/zaaksysteem/zaak/betrokkene/find-zaken-of-bsn.ts'
import { ZOEKEN } from '../paths.ts'
import { listHref, MAX_ZOEK, readWerkvoorraadFields } from '../werkvoorraad-filter.ts'
import { bsnZoekForm } from './bsn/bsn-zoek-fields.ts'

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

/** Returns the result in the form state, so that no URL holds the BSN. */
export async function bsnZoekAction(_: unknown, formData: FormData): Promise<FormState<ZaakOfBsn[]>> {
  const lezer = await requireRecht('bsn_zoeken')
  const form = readForm(bsnZoekForm, formData)
  if (!form.ok) return form.refusal
  const zaken = await findZakenOfBsn(zaaksysteem(), { ...form.fields, lezer, actor: await deskActor(lezer) })
  return { errors: [], answer: zaken }
}
