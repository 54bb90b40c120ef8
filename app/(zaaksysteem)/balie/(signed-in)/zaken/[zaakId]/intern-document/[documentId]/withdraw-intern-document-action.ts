'use server'

import { notFound, redirect } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { intern } from '#lib/ui/texts/balie/documenten/intern.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { withdrawInternDocument } from '#lib/zaaksysteem/zaak/intern/withdraw-intern-document.ts'
import { zaakPath } from '../../../../paths.ts'
import { internintrekkingForm } from '../../zaak-fields.ts'

/** Withdraws an internal document, and redirects to its zaak. */
export async function withdrawInternDocumentAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readForm(internintrekkingForm, formData)
  if (!form.ok) return form.refusal

  const door = { behandelaarId: id }
  const withdrawn = await withdrawInternDocument(zaaksysteem(), { ...form.fields, door, traceparent })
  if (withdrawn.ok) redirect(zaakPath(form.fields.zaakId, { gedaan: 'intern-document-intrekken' }))
  if (withdrawn.reason === 'not_found') notFound()
  return form.refuse({ name: 'reden', text: intern.intrekken.intussen })
}
