'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { performNamed } from '#lib/zaaksysteem/zaak/handeling/handelingen.ts'
import { zaakPath } from '../../../paths.ts'
import { saveZaakForm, type ZaakAnswer } from '../save-zaak-form.ts'
import { HANDELINGSPAGINAS, type Handelingspad } from './handelingen.ts'

const fields = z.object({
  handeling: z.enum(Object.keys(HANDELINGSPAGINAS) as Handelingspad[]),
  zaakId: z.uuid(),
  terug: z.string().optional(),
})

/** Performs the act that the hidden field `handeling` names, and then shows the zaak. */
export async function performAction(_: unknown, formData: FormData): Promise<FormState<ZaakAnswer>> {
  const { handeling: pad, zaakId, terug } = readHidden(fields, formData)
  const state = await saveZaakForm<object>(formData, {
    schema: HANDELINGSPAGINAS[pad].form,
    save: (change) => performNamed(zaaksysteem(), pad, change),
  })
  if (state.answer?.kind !== 'saved') return state
  redirect(zaakPath(zaakId, { gedaan: pad, terug: terug || undefined }))
}
