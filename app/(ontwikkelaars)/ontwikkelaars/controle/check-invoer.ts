import { notFound } from 'next/navigation'
import { readJwks } from '#lib/ontwikkelaars/berichtcontrole/bericht.ts'
import { type Controle, checkBericht } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import { type Invoer, readInvoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { controle } from '#lib/ui/texts/ontwikkelaars/controle.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { publishedJwks } from '#lib/zaaksysteem/signing/published-jwks.ts'

export const EMPTY: Invoer = {
  headers: '',
  body: '',
  method: '',
  sink: '',
  credentialtype: '',
  geheim: '',
  jwks: '',
  moment: '',
}

/** Checks a message with the given public keys, or ours by default. The answer never contains the secret. */
export async function checkInvoer(invoer: Invoer, taal: Taal): Promise<FormState<Controle>> {
  const ctx = zaaksysteem()
  const keys = readJwks(JSON.stringify(await publishedJwks(ctx))) ?? []
  const { ZAAKSYSTEEM_SOURCE: source, ZAAKSYSTEEM_ORIGIN: origin } = ctx.env
  const read = readInvoer(invoer, { keys, source, origin, now: ctx.clock() })
  const entered = { ...invoer, geheim: '' }
  if (read.ok) return { errors: [], entered, answer: await checkBericht(read.bericht, read.onleesbaar) }
  const { velden, fouten } = controle[taal]
  const wrong = Object.entries(read.fouten) as [keyof Invoer, keyof typeof fouten][]
  return { errors: wrong.map(([name, fout]) => ({ name, text: `${velden[name].label}: ${fouten[fout]}` })), entered }
}

/** Checks a pasted message. Needs no sign-in: it reads only our public keys, and stores and logs nothing. */
export async function checkForm(form: FormData): Promise<FormState<Controle>> {
  return checkInvoer(readForm(form), await currentTaal())
}

/** Reads the form byte for byte: a trimmed space or line end would change the message. */
function readForm(form: FormData): Invoer {
  if (!(form instanceof FormData)) notFound()
  const typed = Object.keys(EMPTY).map((name) => [name, form.get(name)])
  return { ...EMPTY, ...Object.fromEntries(typed.filter(([, value]) => typeof value === 'string')) }
}
