'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { saveConcept } from '#lib/zaaksysteem/catalogus/concept/save-concept.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { conceptPath } from '../../paths.ts'
import { teamOptions } from '../team-options.ts'
import { loadBewerking } from './load-bewerking.ts'
import { zaaktypeForm } from './zaaktype-form.ts'

const about = z.object({ identificatie: z.string(), versie: z.coerce.number(), bewerking: z.coerce.number() })

export async function storeZaaktypeAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const shown = readForm(about, formData)
  if (!shown.ok) return shown.refusal
  const { identificatie, versie, bewerking, gegevens } = (await loadBewerking(shown.fields.identificatie)) ?? notFound()
  const intussen = { name: 'team', text: texts.fout.intussen }
  // Fields are numbered, so the page must have shown the current data.
  if (versie !== shown.fields.versie || bewerking !== shown.fields.bewerking) return shown.refuse(intussen)

  const form = readForm(zaaktypeForm(gegevens, await teamOptions()), formData)
  if (!form.ok) return form.refusal
  const saved = await saveConcept(zaaksysteem(), { identificatie, versie, bewerking, gegevens: form.fields, actor })
  if (!saved.ok) return form.refuse(intussen)
  redirect(conceptPath(identificatie))
}
