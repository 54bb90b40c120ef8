'use server'

import { notFound } from 'next/navigation'
import { type Controle, checkBewijs } from '#lib/publieksportaal/bewijs/handtekening/check-bewijs.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { bewijsControle } from '#lib/ui/texts/mijn/bewijs-controle.ts'

/** Anybody may: it reads only our public keys, and keeps and logs nothing of the file. */
export async function checkBewijsAction(_: unknown, form: FormData): Promise<FormState<Controle>> {
  if (!(form instanceof FormData)) notFound()
  const bytes = await readBytes(form)
  if (!bytes) {
    return { errors: [{ name: 'bestand', text: bewijsControle[await currentTaal()].geenBestand }] }
  }
  return { errors: [], answer: await checkBewijs(publieksportaal(), bytes) }
}

/** A browser sends an empty file when none was chosen, and pasted text with other line ends than ours and perhaps without the last. */
async function readBytes(form: FormData): Promise<Uint8Array | undefined> {
  const [bestand, tekst] = [form.get('bestand'), form.get('tekst')]
  if (bestand instanceof File && bestand.size > 0) return new Uint8Array(await bestand.arrayBuffer())
  if (typeof tekst !== 'string' || tekst.trim() === '') return undefined
  return Buffer.from(`${tekst.replaceAll('\r\n', '\n').trim()}\n`)
}
