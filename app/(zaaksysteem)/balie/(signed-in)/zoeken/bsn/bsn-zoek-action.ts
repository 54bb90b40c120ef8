'use server'

import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findZakenOfBsn, type ZaakOfBsn } from '#lib/zaaksysteem/zaak/betrokkene/find-zaken-of-bsn.ts'
import { bsnZoekForm } from './bsn-zoek-fields.ts'

/** Returns the result in the form state, so that no URL holds the BSN. */
export async function bsnZoekAction(_: unknown, formData: FormData): Promise<FormState<ZaakOfBsn[]>> {
  const lezer = await requireRecht('bsn_zoeken')
  const form = readForm(bsnZoekForm, formData)
  if (!form.ok) return form.refusal
  const zaken = await findZakenOfBsn(zaaksysteem(), { ...form.fields, lezer, actor: await deskActor(lezer) })
  return { errors: [], answer: zaken }
}
