'use server'

import { notFound, redirect } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { performNamed } from '#lib/zaaksysteem/zaak/handeling/handelingen.ts'
import { zaakPath } from '../../../paths.ts'
import { saveZaakForm, type ZaakAnswer } from '../save-zaak-form.ts'
import { HANDELINGSPAGINAS, type Handelingspad } from './handelingen.ts'

/** Performs the act that the hidden field `handeling` names, and then shows the zaak. */
export async function performAction(_: unknown, formData: FormData): Promise<FormState<ZaakAnswer>> {
  const pad = String(formData.get('handeling')) as Handelingspad
  if (!Object.hasOwn(HANDELINGSPAGINAS, pad)) notFound()
  const state = await saveZaakForm<object>(formData, {
    schema: HANDELINGSPAGINAS[pad].form,
    save: (change) => performNamed(zaaksysteem(), pad, change),
  })
  if (state.answer?.kind !== 'saved') return state
  const terug = formData.get('terug')
  redirect(zaakPath(String(formData.get('zaakId')), { gedaan: pad, terug: terug ? String(terug) : undefined }))
}
