'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { GESLOTEN_VERTROUWELIJKHEDEN } from '#lib/contract/zaak-resource.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { ADD_DOCUMENT_TO_ZAAK_PAGE } from '#lib/zaaksysteem/zaak/handelingen/document/add-document-page.ts'
import { addInternDocument } from '#lib/zaaksysteem/zaak/intern/add-intern-document.ts'
import { zaakPath } from '../../../paths.ts'

const schema = ADD_DOCUMENT_TO_ZAAK_PAGE.form
  .pick({ bestand: true, titel: true, informatieobjecttype: true, datum: true })
  .extend({
    zaakId: z.uuid(),
    vertrouwelijkheidaanduiding: z.enum(GESLOTEN_VERTROUWELIJKHEDEN),
  })

const VELDEN = {
  bestand_unknown: 'bestand',
  informatieobjecttype_unknown: 'informatieobjecttype',
  informatieobjecttype_uitgaand: 'informatieobjecttype',
  document_in_future: 'datum',
} as const

/** Adds an internal document, which the aanvrager cannot read, and redirects to its zaak. */
export async function addInternDocumentAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal

  const added = await addInternDocument(zaaksysteem(), { ...form.fields, door: { behandelaarId: id }, traceparent })
  if (added.ok) redirect(zaakPath(form.fields.zaakId, { gedaan: 'intern-document' }))
  if (added.reason === 'not_found') notFound()
  const [reason] = added.broken
  return reason ? form.refuse({ name: VELDEN[reason], text: handelingen.weigering[reason] }) : notFound()
}
