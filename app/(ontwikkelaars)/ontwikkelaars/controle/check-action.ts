'use server'

import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import { checkInvoer } from './check-invoer.ts'
import { type CheckState, EMPTY } from './check-state.ts'

/** Checks what somebody pasted. Anybody may: it reads only our public keys, and keeps and logs nothing. */
export async function checkAction(_: CheckState, form: FormData): Promise<CheckState> {
  return checkInvoer(readForm(form))
}

function readForm(form: FormData): Invoer {
  const text = (name: keyof Invoer) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const fields = Object.keys(EMPTY) as (keyof Invoer)[]
  return Object.fromEntries(fields.map((name) => [name, text(name)])) as Invoer
}
