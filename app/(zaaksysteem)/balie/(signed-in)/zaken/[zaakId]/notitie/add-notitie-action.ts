'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { addNotitie } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import type { NotitieState } from './notitie-state.ts'
import { readNotitieForm } from './read-notitie-form.ts'

export async function addNotitieAction(previous: NotitieState, formData: FormData): Promise<NotitieState> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readNotitieForm(formData)
  if (!form) notFound()
  const round = previous.round + 1
  if (!form.ok) return { kind: 'invalid', round, error: form.error, entered: form.entered }

  const { zaakId, tekst } = form
  const added = await addNotitie(zaaksysteem(), { zaakId, tekst, behandelaarId: id, traceparent })
  if (!added.ok) notFound()
  refresh()
  return { kind: 'saved', round }
}
