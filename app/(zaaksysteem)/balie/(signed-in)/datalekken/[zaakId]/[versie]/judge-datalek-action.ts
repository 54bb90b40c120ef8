'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { storableText, versie } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { datalekken } from '#lib/ui/texts/balie/beheer/datalekken.ts'
import { judgeDatalek, MAX_OORDEEL } from '#lib/zaaksysteem/audit/datalek/judge-datalek.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { DATALEKKEN } from '../../../paths.ts'

const { fout } = datalekken.formulier

const schema = z.object({
  zaakId: z.uuid(),
  versie,
  oordeel: storableText(MAX_OORDEEL, fout).trim().min(1, fout.leeg),
})

/** Stores a beheerder's judgment on a datalek, and redirects to the list. */
export async function judgeDatalekAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal
  if (!(await judgeDatalek(zaaksysteem(), { ...form.fields, actor }))) {
    return form.refuse({ name: 'oordeel', text: fout.intussen })
  }
  redirect(hrefWith(DATALEKKEN, { gedaan: 'beoordeeld' }))
}
