'use server'

import type { FormState } from '#lib/ui/form/form-state.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { reopenZaak } from '#lib/zaaksysteem/zaak/handeling/reopen-zaak.ts'
import { saveZaakForm, type ZaakAnswer } from './save-zaak-form.ts'
import { toelichtingForm } from './zaak-fields.ts'

export async function reopenZaakAction(_: unknown, formData: FormData): Promise<FormState<ZaakAnswer>> {
  const save = { schema: toelichtingForm, save: reopenZaak.bind(null, zaaksysteem()) }
  return saveZaakForm(formData, save)
}
