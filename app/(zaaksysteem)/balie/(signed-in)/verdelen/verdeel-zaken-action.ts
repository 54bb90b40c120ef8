'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { assignZaken } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { readVerdeelForm } from './read-verdeel-form.ts'
import { toVerdeelState } from './to-verdeel-state.ts'
import type { VerdeelState } from './verdeel-state.ts'

/** Overnemen, vrijgeven and verdelen, of one zaak or of those that are ticked in a list. */
export async function verdeelZakenAction(_: VerdeelState, formData: FormData): Promise<VerdeelState> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readVerdeelForm(formData, id)
  if (!form) notFound()
  if (!form.ok) return { done: [], refused: { title: form.text, lines: [] } }

  const { zaken, naar } = form
  const answer = await assignZaken(zaaksysteem(), { zaken, naar, door: { behandelaarId: id }, traceparent })
  refresh()
  if (answer.ok) return toVerdeelState(answer.uitkomsten)
  const lines = answer.broken.map((reason) => behandeling.fout[reason])
  return { done: [], refused: { title: behandeling.geweigerd(zaken.length), lines } }
}
