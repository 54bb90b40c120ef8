'use server'

import { z } from 'zod'
import { MOST_VRAAGTEKENS } from '#lib/contract/inzendingen.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { askVraag } from '#lib/publieksportaal/inzending/ask-vraag.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { storableText } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { afterInzenden } from '../after-inzenden.ts'

export async function askVraagAction(_: unknown, formData: FormData): Promise<FormState> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const { fout } = texts(await currentTaal()).vraag
  const tekst = storableText(MOST_VRAAGTEKENS, { teLang: fout.teLang(MOST_VRAAGTEKENS), teken: fout.teken })
  const form = readForm(z.object({ zaakId: z.uuid(), tekst: tekst.min(1, fout.leeg) }), formData)
  if (!form.ok) return form.refusal

  const asked = await askVraag(publieksportaal(), { burgerId, gemachtigdeId, ...form.fields })
  if (!asked.ok && asked.reason === 'changed') return form.refuse({ name: 'tekst', text: fout.nuNiet })
  afterInzenden(form.fields.zaakId, asked)
}
