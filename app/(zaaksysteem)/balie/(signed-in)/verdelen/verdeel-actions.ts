'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { chooseZaken } from '#lib/zaaksysteem/bulk/prepare-bulk.ts'
import { loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { findWholeList, isReadable } from '#lib/zaaksysteem/werkvoorraad/find-whole-list.ts'
import { assignZaken, MAX_ZAKEN } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { requireBulk } from '../bulk/load-bulkopdracht.ts'
import { bulkPath } from '../paths.ts'
import { PATHS, readWholeList } from '../werkvoorraad-filter.ts'
import { readChosenZaken, readVerdeelForm, zaakValue } from './read-verdeel-form.ts'
import { refused, toVerdeelState, type VerdeelState } from './verdeel-state.ts'

/** Performs overnemen, vrijgeven or verdelen of one zaak, or of the zaken ticked in a list. */
export async function verdeelZakenAction(_: unknown, formData: FormData): Promise<FormState<VerdeelState>> {
  const behandelaar = await requireBehandelaar()
  const { id, traceparent } = await deskActor(behandelaar)
  const form = readVerdeelForm(formData, id)
  if (!form.ok) return refused(form.text)

  const { zaken, naar, bericht } = form
  const ctx = zaaksysteem()
  const answer = await assignZaken(ctx, { zaken, naar, bericht, door: { behandelaarId: id }, traceparent })
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

const fields = z.object({ alle: z.string().optional(), knop: z.string().optional() })

/** Handles the zaken chosen in a list: assigns them at once, or starts a bulk act. */
export async function chosenZakenAction(_: unknown, formData: FormData): Promise<FormState<VerdeelState>> {
  const behandelaar = await requireBehandelaar()
  const { alle, knop } = readHidden(fields, formData)
  if (alle !== undefined) await chooseWholeList(formData, new URLSearchParams(alle), behandelaar)
  return knop === 'bulk' ? chooseForBulk(formData) : verdeelZakenAction(undefined, formData)
}

/** Replaces the choice by the zaken that are in the list now. */
async function chooseWholeList(formData: FormData, whole: URLSearchParams, lezer: SignedInBehandelaar): Promise<void> {
  const ctx = zaaksysteem()
  const { query, href } = readWholeList(ctx, whole, lezer)
  if (!query) redirect(href)
  // one above the maximum, so that a larger list is refused instead of truncated
  const zaken = await findWholeList(ctx, { query, lezer, limit: MAX_ZAKEN + 1 })
  formData.delete('zaak')
  for (const zaak of zaken) formData.append('zaak', zaakValue(zaak))
}

async function chooseForBulk(formData: FormData): Promise<FormState<VerdeelState>> {
  const { id: behandelaarId } = await requireBulk()
  const form = readChosenZaken(formData)
  if (!form.ok) return refused(form.text)
  const zaakIds = form.zaken.map(({ id }) => id)
  const chosen = await chooseZaken(zaaksysteem(), { behandelaarId, zaakIds })
  if (chosen.ok) redirect(bulkPath(chosen.opdrachtId))
  return refused(chosen.reason === 'none' ? bulk.fout.verdwenen : behandeling.fout.teVeel(MAX_ZAKEN))
}
