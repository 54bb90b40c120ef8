'use server'

import { notFound, redirect } from 'next/navigation'
import { vertrouwelijk as texts } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { setVertrouwelijk } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { zaakPath } from '../../../paths.ts'
import { readVertrouwelijkForm } from './read-vertrouwelijk-form.ts'
import type { VertrouwelijkState } from './vertrouwelijk-state.ts'

/** Makes a zaak vertrouwelijk, or no longer, and shows it. */
export async function setVertrouwelijkAction(
  previous: VertrouwelijkState,
  formData: FormData,
): Promise<VertrouwelijkState> {
  const { id, traceparent } = await deskActor(await requireBehandelaar())
  const form = readVertrouwelijkForm(formData)
  if (!form) notFound()
  const { zaakId, vertrouwelijk, entered } = form
  const round = previous.round + 1
  if (!form.ok) return { round, entered, error: form.error }

  const { reden } = form
  const set = await setVertrouwelijk(zaaksysteem(), {
    zaakId,
    vertrouwelijk,
    reden,
    door: { behandelaarId: id },
    traceparent,
  })
  if (set.ok) redirect(zaakPath(zaakId, { gedaan: vertrouwelijk ? 'vertrouwelijk-maken' : 'vertrouwelijk-opheffen' }))
  if (set.reason !== 'refused') notFound()
  return { round, entered, error: texts.fout.behandelaar_not_of_team }
}
