'use server'

import type { Controle } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { checkForm } from './check-invoer.ts'

export async function checkAction(_: unknown, form: FormData): Promise<FormState<Controle>> {
  return checkForm(form)
}
