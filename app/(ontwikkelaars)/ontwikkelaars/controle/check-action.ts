'use server'

import { notFound } from 'next/navigation'
import type { Controle } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { checkInvoer } from './check-invoer.ts'
import { EMPTY } from './empty-invoer.ts'

/** Checks what somebody pasted. Anybody may: it reads only our public keys, and keeps and logs nothing. */
export async function checkAction(_: unknown, form: FormData): Promise<FormState<Controle>> {
  return checkInvoer(readInvoer(form), await currentTaal())
}

/** Reads the form to the letter, unlike `readForm`: a space or a line end more or less is another message. */
function readInvoer(form: FormData): Invoer {
  if (!(form instanceof FormData)) notFound()
  const typed = Object.keys(EMPTY).map((name) => [name, form.get(name)])
  return { ...EMPTY, ...Object.fromEntries(typed.filter(([, value]) => typeof value === 'string')) }
}
