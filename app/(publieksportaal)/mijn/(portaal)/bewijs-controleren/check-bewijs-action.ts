'use server'

import { notFound } from 'next/navigation'
import type { GetoondBestand } from '#lib/publieksportaal/bewijs/bewijsbestand.ts'
import { type Controle, checkBewijs } from '#lib/publieksportaal/bewijs/handtekening/check-bewijs.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bewijsControle } from '#lib/ui/texts/mijn/bewijs-controle.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { type Wijzigingtekst, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'

/**
 * @property titels one for each change in the file, made by the server so that browsers need not load all
 * texts
 */
export type Controleantwoord = { controle: Controle; titels: string[] }

/** Needs no sign-in: it reads only our public keys, and neither stores nor logs the file. */
export async function checkBewijsAction(_: unknown, form: FormData): Promise<FormState<Controleantwoord>> {
  if (!(form instanceof FormData)) notFound()
  const bytes = await readBytes(form)
  const taal = await currentTaal()
  if (!bytes) return { errors: [{ name: 'bestand', text: bewijsControle[taal].geenBestand }] }
  const controle = await checkBewijs(publieksportaal(), bytes)
  const found = 'ondertekend' in controle ? (controle.ondertekend.inhoud?.wijzigingen ?? []) : []
  return { errors: [], answer: { controle, titels: found.map((wijziging) => titelOf(wijziging, taal)) } }
}

/**
 * Returns the status as the title; another kind of change has a name of its own, because it keeps the status.
 */
function titelOf({ soort, status }: GetoondBestand['wijzigingen'][number], taal: Taal): string {
  if (soort === 'correctie') return texts(taal).tijdlijn.hersteld(status ?? undefined)
  const tekst = new Map<string, Wijzigingtekst>(Object.entries(wijzigingen)).get(soort)
  return tekst?.stap?.[taal] ?? status ?? soort
}

/**
 * An empty file input sends an empty file. Pasted text has other line ends than ours and may lack the last
 * one.
 */
async function readBytes(form: FormData): Promise<Uint8Array | undefined> {
  const [bestand, tekst] = [form.get('bestand'), form.get('tekst')]
  if (bestand instanceof File && bestand.size > 0) return new Uint8Array(await bestand.arrayBuffer())
  if (typeof tekst !== 'string' || tekst.trim() === '') return undefined
  return Buffer.from(`${tekst.replaceAll('\r\n', '\n').trim()}\n`)
}
