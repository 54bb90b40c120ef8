'use server'

import { notFound } from 'next/navigation'
import type { Controle } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { checkInvoer, EMPTY } from './check-invoer.ts'

/** Checks a pasted message. Needs no sign-in: it reads only our public keys, and stores and logs nothing. */
export async function checkAction(_: unknown, form: FormData): Promise<FormState<Controle>> {
  return checkInvoer(readInvoer(form), await currentTaal())
}

/** Reads the form byte for byte, unlike `readForm`: a trimmed space or line end would change the message. */
function readInvoer(form: FormData): Invoer {
  if (!(form instanceof FormData)) notFound()
  const typed = Object.keys(EMPTY).map((name) => [name, form.get(name)])
  return { ...EMPTY, ...Object.fromEntries(typed.filter(([, value]) => typeof value === 'string')) }
}
