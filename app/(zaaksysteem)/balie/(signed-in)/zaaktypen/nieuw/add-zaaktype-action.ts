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
import { zaaktypeForm } from '../[identificatie]/zaaktype-form.ts'
import { teamOptions } from '../team-options.ts'
import { findExample } from './example.ts'

const about = z.object({ voorbeeld: z.string(), versie: z.coerce.number() })
const named = z.object({ identificatie: z.string().regex(/^[A-Z][A-Z0-9-]{1,39}$/, texts.fout.zaaktypecode) })

export async function addZaaktypeAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const shown = readForm(about, formData)
  if (!shown.ok) return shown.refusal
  const { voorbeeld, versie } = shown.fields
  const example = await findExample(voorbeeld)
  if (!example) notFound()
  // Fields are numbered, so the page must have shown the current version.
  if (example.versie !== versie) return shown.refuse({ name: 'team', text: texts.fout.intussen })

  const name = readForm(named, formData)
  const form = readForm(zaaktypeForm(example.gegevens, await teamOptions()), formData)
  const errors = [name, form].flatMap((read) => (read.ok ? [] : read.refusal.errors))
  if (!name.ok || !form.ok) return shown.refuse(...errors)
  const { identificatie } = name.fields
  const concept = { identificatie, versie: 0, bewerking: 0, gegevens: form.fields, actor }
  const saved = await saveConcept(zaaksysteem(), concept)
  if (!saved.ok) return shown.refuse({ name: 'identificatie', text: texts.fout.zaaktypecodeBezet })
  redirect(conceptPath(identificatie))
}
