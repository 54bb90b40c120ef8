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

/** @property titels one for each change in the file. The server makes them, so no browser loads the texts of all kinds of change. */
export type Controleantwoord = { controle: Controle; titels: string[] }

/** Anybody may: it reads only our public keys, and keeps and logs nothing of the file. */
export async function checkBewijsAction(_: unknown, form: FormData): Promise<FormState<Controleantwoord>> {
  if (!(form instanceof FormData)) notFound()
  const bytes = await readBytes(form)
  const taal = await currentTaal()
  if (!bytes) return { errors: [{ name: 'bestand', text: bewijsControle[taal].geenBestand }] }
  const controle = await checkBewijs(publieksportaal(), bytes)
  const found = 'ondertekend' in controle ? (controle.ondertekend.inhoud?.wijzigingen ?? []) : []
  return { errors: [], answer: { controle, titels: found.map((wijziging) => titelOf(wijziging, taal)) } }
}

/** A status says what it is; another kind of change has its own name, because the zaak kept the status that it had. */
function titelOf({ soort, status }: GetoondBestand['wijzigingen'][number], taal: Taal): string {
  if (soort === 'correctie') return texts(taal).tijdlijn.hersteld(status ?? undefined)
  const tekst = new Map<string, Wijzigingtekst>(Object.entries(wijzigingen)).get(soort)
  return tekst?.stap?.[taal] ?? status ?? soort
}

/** A browser sends an empty file when none was chosen, and pasted text with other line ends than ours and perhaps without the last. */
async function readBytes(form: FormData): Promise<Uint8Array | undefined> {
  const [bestand, tekst] = [form.get('bestand'), form.get('tekst')]
  if (bestand instanceof File && bestand.size > 0) return new Uint8Array(await bestand.arrayBuffer())
  if (typeof tekst !== 'string' || tekst.trim() === '') return undefined
  return Buffer.from(`${tekst.replaceAll('\r\n', '\n').trim()}\n`)
}
