'use server'

import type { FormState } from '#lib/ui/form/form-state.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handeling/change-status.ts'
import { saveZaakForm, type ZaakAnswer } from './save-zaak-form.ts'
import { statusForm } from './zaak-fields.ts'

export async function changeStatusAction(_: unknown, formData: FormData): Promise<FormState<ZaakAnswer>> {
  const save = { schema: statusForm, save: changeStatus.bind(null, zaaksysteem()) }
  return saveZaakForm(formData, save)
}
