'use server'

import { checkForm } from '../../../(ontwikkelaars)/ontwikkelaars/controle/check-invoer.ts'

export async function checkBerichtAction(_: unknown, form: FormData) {
  return checkForm(form)
}
