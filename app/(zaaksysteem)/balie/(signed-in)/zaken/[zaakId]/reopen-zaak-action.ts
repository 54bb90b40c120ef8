'use server'

import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { reopenZaak } from '#lib/zaaksysteem/zaak/handeling/reopen-zaak.ts'
import type { FormState } from './form-state.ts'
import { toelichtingForm } from './read-zaak-form.ts'
import { saveZaakForm } from './save-zaak-form.ts'

export async function reopenZaakAction(previous: FormState, formData: FormData): Promise<FormState> {
  const save = { schema: toelichtingForm, save: reopenZaak.bind(null, zaaksysteem()) }
  return saveZaakForm({ previous, formData }, save)
}
