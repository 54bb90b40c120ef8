'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { storableText, tick } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { herberekenen } from '#lib/ui/texts/balie/beheer/herberekenen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { startHerberekening } from '#lib/zaaksysteem/zaak/herberekening/request-herberekening.ts'
import { herberekeningPath } from '../../../paths.ts'

const MAX_TOELICHTING = 1000
const { fout } = herberekenen

const startForm = z.object({
  id: z.uuid(),
  toelichting: storableText(MAX_TOELICHTING, fout).min(1, fout.leeg),
  ookLater: tick,
})

export async function startHerberekeningAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const form = readForm(startForm, formData)
  if (!form.ok) return form.refusal
  await startHerberekening(zaaksysteem(), { ...form.fields, actor })
  redirect(herberekeningPath(form.fields.id))
}
