'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { discardConcept } from '#lib/zaaksysteem/catalogus/concept/discard-concept.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN } from '../../../paths.ts'

const shown = z.object({ identificatie: z.string(), bewerking: z.coerce.number().pipe(z.int32()) })

export async function discardConceptAction(formData: FormData): Promise<void> {
  const actor = await deskActor(await requireBeheerder())
  await discardConcept(zaaksysteem(), { ...readHidden(shown, formData), actor })
  redirect(`${ZAAKTYPEN}?gedaan=weggegooid`)
}
