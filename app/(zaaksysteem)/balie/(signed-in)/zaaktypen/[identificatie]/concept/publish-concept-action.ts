'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { tick } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { publishConcept } from '#lib/zaaksysteem/catalogus/concept/publish-concept.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { datum } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { ZAAKTYPEN } from '../../../paths.ts'

const publishForm = z.object({
  identificatie: z.string(),
  bewerking: z.coerce.number().pipe(z.int32()),
  geldigVanaf: datum,
  bevestigd: tick,
})

export async function publishConceptAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const form = readForm(publishForm, formData)
  if (!form.ok) return form.refusal
  const published = await publishConcept(zaaksysteem(), { ...form.fields, actor })
  if (published.ok) redirect(`${ZAAKTYPEN}?gedaan=${published.versie === 1 ? 'toegevoegd' : 'gewijzigd'}`)
  const { reason } = published
  const name = reason === 'large_term_change' ? 'bevestigd' : 'geldigVanaf'
  return form.refuse({ name, text: texts.fout[reason] })
}
