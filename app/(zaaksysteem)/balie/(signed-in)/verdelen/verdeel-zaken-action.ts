'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { isReadable } from '#lib/zaaksysteem/werkvoorraad/find-whole-list.ts'
import { assignZaken } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { PATHS } from '../werkvoorraad-filter.ts'
import { readVerdeelForm } from './read-verdeel-form.ts'
import { refused, toVerdeelState, type VerdeelState } from './verdeel-state.ts'

/** Performs overnemen, vrijgeven or verdelen of one zaak, or of the zaken ticked in a list. */
export async function verdeelZakenAction(_: unknown, formData: FormData): Promise<FormState<VerdeelState>> {
  const behandelaar = await requireBehandelaar()
  const { id, traceparent } = await deskActor(behandelaar)
  const form = readVerdeelForm(formData, id)
  if (!form.ok) return refused(form.text)

  const { zaken, naar } = form
  const ctx = zaaksysteem()
  const answer = await assignZaken(ctx, { zaken, naar, door: { behandelaarId: id }, traceparent })
  const [only, ...others] = answer.ok ? answer.uitkomsten : []
  // the behandelaar may lose access to the zaak, whose page would then be a 404
  if (only?.uitkomst === 'assigned' && others.length === 0 && !(await isReadable(ctx, only.zaakId, behandelaar))) {
    redirect(`${PATHS.open}?gedaan=verdeeld`)
  }
  refresh()
  if (answer.ok) return { errors: [], answer: toVerdeelState(answer.uitkomsten, await loadTeamnamen(ctx)) }
  const lines = answer.broken.map((reason) => behandeling.fout[reason])
  return refused(behandeling.geweigerd(zaken.length), lines)
}
