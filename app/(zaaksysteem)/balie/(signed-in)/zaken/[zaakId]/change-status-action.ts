'use server'

import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handeling/change-status.ts'
import type { FormState } from './form-state.ts'
import { statusForm } from './read-zaak-form.ts'
import { saveZaakForm } from './save-zaak-form.ts'

export async function changeStatusAction(previous: FormState, formData: FormData): Promise<FormState> {
  const save = { schema: statusForm, save: changeStatus.bind(null, zaaksysteem()) }
  return saveZaakForm({ previous, formData }, save)
}
