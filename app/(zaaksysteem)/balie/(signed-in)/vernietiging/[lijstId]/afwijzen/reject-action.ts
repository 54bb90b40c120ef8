'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { rejectLijst } from '#lib/zaaksysteem/zaak/bewaren/reject-lijst.ts'
import { lijstPath } from '../../../paths.ts'
import { reden } from '../../reden.ts'

const schema = z.object({ lijstId: z.uuid(), reden })

/** Rejects a lijst, so that its zaken are kept, and redirects to it. */
export async function rejectAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireRecht('vernietigen'))
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal
  if (!(await rejectLijst(zaaksysteem(), { ...form.fields, actor }))) {
    return form.refuse({ name: 'reden', text: vernietiging.fout.intussen })
  }
  redirect(hrefWith(lijstPath(form.fields.lijstId), { gedaan: 'afgewezen' }))
}
