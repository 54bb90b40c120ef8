'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { chooseZaken } from '#lib/zaaksysteem/bulk/choose-zaken.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { findWholeList } from '#lib/zaaksysteem/werkvoorraad/find-whole-list.ts'
import { MAX_ZAKEN } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { requireBulk } from '../bulk/require-bulk.ts'
import { bulkPath } from '../paths.ts'
import { readWholeList } from '../werkvoorraad-filter.ts'
import { readChosenZaken, zaakValue } from './read-verdeel-form.ts'
import { refused, type VerdeelState } from './verdeel-state.ts'
import { verdeelZakenAction } from './verdeel-zaken-action.ts'

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
