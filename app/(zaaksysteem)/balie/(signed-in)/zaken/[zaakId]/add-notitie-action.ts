'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { addNotitie } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import { notitieForm } from './zaak-fields.ts'

export async function addNotitieAction(_: unknown, formData: FormData): Promise<FormState<'added'>> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readForm(notitieForm, formData)
  if (!form.ok) return form.refusal

  const { zaakId, notitie } = form.fields
  const added = await addNotitie(zaaksysteem(), { zaakId, tekst: notitie, behandelaarId: id, traceparent })
  if (!added.ok) notFound()
  refresh()
  return { errors: [], answer: 'added' }
}
