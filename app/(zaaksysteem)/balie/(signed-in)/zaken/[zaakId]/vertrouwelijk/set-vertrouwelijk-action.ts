'use server'

import { notFound, redirect } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { vertrouwelijk as texts } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { setVertrouwelijk } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { zaakPath } from '../../../paths.ts'
import { vertrouwelijkForm } from '../zaak-fields.ts'

/** Sets or clears the vertrouwelijkheid of a zaak, and redirects to it. */
export async function setVertrouwelijkAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readForm(vertrouwelijkForm, formData)
  if (!form.ok) return form.refusal

  const { zaakId, vertrouwelijk } = form.fields
  const set = await setVertrouwelijk(zaaksysteem(), { ...form.fields, door: { behandelaarId: id }, traceparent })
  if (set.ok) redirect(zaakPath(zaakId, { gedaan: vertrouwelijk ? 'vertrouwelijk-maken' : 'vertrouwelijk-opheffen' }))
  if (set.reason !== 'refused') notFound()
  return form.refuse({ name: 'reden', text: texts.fout.behandelaar_not_of_team })
}
