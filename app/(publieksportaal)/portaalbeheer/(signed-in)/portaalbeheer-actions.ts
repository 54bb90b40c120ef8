'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { isLoopbackHost } from '#lib/platform/http/network.ts'
import { readmitBron, retireBron } from '#lib/publieksportaal/bron/retire-bron.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { closeProefdeur, openProefdeur, PROEFDEUR_CREDENTIALTYPES } from '#lib/publieksportaal/proefdeur/proefdeur.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { storable, storableText } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { proefdeurPath } from '../../aansluiten/paths.ts'
import { PORTAALBEHEER, PROEFDEUREN } from './paths.ts'

export async function readmitBronAction(formData: FormData): Promise<void> {
  const { actor } = await requireBeheerder()
  const { bron: source } = readHidden(z.object({ bron: storable }), formData)
  const { known } = await readmitBron(publieksportaal(), { source, actor })
  redirect(known ? `${PORTAALBEHEER}?gedaan=aangenomen` : PORTAALBEHEER)
}

export async function retireBronAction(formData: FormData): Promise<void> {
  const { actor } = await requireBeheerder()
  const { bron: source } = readHidden(z.object({ bron: storable }), formData)
  const { known } = await retireBron(publieksportaal(), { source, actor })
  redirect(known ? `${PORTAALBEHEER}?gedaan=ingetrokken` : PORTAALBEHEER)
}

const { fout } = portaalbeheer.proefdeuren
const MAX_NAAM = 100
const MAX_URL = 500

const text = (max: number, leeg: string) => storableText(max, fout).min(1, leeg)

/** Allows the URLs that the portal may call: https, and in the demo loopback. */
function callable(leeg: string) {
  return z
    .url({ protocol: /^https?$/, error: leeg })
    .max(MAX_URL, fout.teLang)
    .refine((url) => {
      const { protocol, hostname, username, password } = new URL(url)
      const isDemo = publieksportaal().env.DEMO && isLoopbackHost(hostname)
      return (protocol === 'https:' || isDemo) && username === '' && password === ''
    }, fout.https)
}

const fields = z
  .object({
    naam: text(MAX_NAAM, fout.naam).regex(ONE_LINE, staff.eenRegel),
    source: text(MAX_URL, fout.source),
    origin: z.string().regex(/^[a-z0-9.-]{1,253}$/i, fout.origin),
    jwksUrl: callable(fout.jwksUrl),
    apiUrl: z.union(
      [z.literal('').transform(() => null), callable(fout.apiUrl).regex(/\/v1$/, fout.apiUrl)],
      fout.apiUrl,
    ),
    wijze: z.string(),
  })
  .transform(({ wijze, ...rest }, { addIssue }) => {
    const [credentialtype, contentmodus] = wijze.split(' ')
    const parsed = z
      .object({
        credentialtype: z.enum(PROEFDEUR_CREDENTIALTYPES),
        contentmodus: z.enum(['structured', 'binary', 'batch']),
      })
      .safeParse({ credentialtype, contentmodus })
    if (parsed.success) return { ...rest, ...parsed.data }
    addIssue('')
    return z.NEVER
  })

export async function openProefdeurAction(_: unknown, formData: FormData): Promise<FormState> {
  const { actor } = await requireBeheerder()
  const form = readForm(fields, formData)
  if (!form.ok) return form.refusal
  const opened = await openProefdeur(publieksportaal(), { ...form.fields, actor })
  if (opened.ok) redirect(proefdeurPath(opened.code))
  return form.refuse({ name: 'naam', text: fout.teVeel })
}

export async function closeProefdeurAction(formData: FormData): Promise<void> {
  const { actor } = await requireBeheerder()
  const { id } = readHidden(z.object({ id: z.uuid() }), formData)
  await closeProefdeur(publieksportaal(), { id, actor })
  redirect(PROEFDEUREN)
}
