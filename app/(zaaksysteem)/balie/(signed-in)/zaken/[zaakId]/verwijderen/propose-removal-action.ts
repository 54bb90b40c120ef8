'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { versie } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { proposeRemoval } from '#lib/zaaksysteem/zaak/bewaren/propose-vernietiging.ts'
import { lijstPath } from '../../../paths.ts'
import { reden } from '../../../vernietiging/reden.ts'

const schema = z.object({
  zaakId: z.uuid(),
  versie,
  grond: z.enum(['vergissing', 'bewaartermijn'], verwijderen.fout.grond),
  toelichting: reden,
})

/** Proposes the removal of a zaak to a second person, and redirects to its lijst. */
export async function proposeRemovalAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireRecht('vernietigen'))
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal
  const proposed = await proposeRemoval(zaaksysteem(), { ...form.fields, actor })
  if (proposed.ok) redirect(hrefWith(lijstPath(proposed.lijstId), { gedaan: 'gemaakt' }))
  if (proposed.reason === 'not_found') notFound()
  return form.refuse({ name: 'grond', text: verwijderen.fout[proposed.reason] })
}
