'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { addNotitie } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import { zaakPath } from '../../../../paths.ts'
import { verbeterForm } from '../../zaak-fields.ts'

/** Corrects a notitie, and redirects to its zaak. */
export async function verbeterNotitieAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readForm(verbeterForm, formData)
  if (!form.ok) return form.refusal

  const { zaakId, notitieId, notitie, reden } = form.fields
  const verbetert = { id: notitieId, reden }
  const note = { zaakId, tekst: notitie, behandelaarId: id, verbetert, traceparent }
  const added = await addNotitie(zaaksysteem(), note)
  if (added.ok) redirect(zaakPath(zaakId, { gedaan: 'notitie-verbeteren' }))
  return form.refuse({ name: 'notitie', text: behandeling.notitie.verbeteren.intussen })
}
