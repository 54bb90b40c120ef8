'use server'

import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findInzage, MOST_REGELS } from '#lib/zaaksysteem/zaak/betrokkene/find-inzage.ts'
import { inzageForm } from '../zoeken/bsn/bsn-zoek-fields.ts'
import { inzageCells } from './inzage-cells.ts'

/** The maximum number of rows on the page; the file has all. */
const SHOWN = 200

/** `bsn`: for the file */
type Inzage = { bsn: string; totaal: number; isCut: boolean; regels: ReturnType<typeof inzageCells>[] }

/** Returns the access log in the form state, so that no URL holds the BSN. */
export async function inzageAction(_: unknown, formData: FormData): Promise<FormState<Inzage>> {
  const door = await requireRecht('inzage_geven')
  const form = readForm(inzageForm, formData)
  if (!form.ok) return form.refusal
  const { bsn } = form.fields
  const regels = await findInzage(zaaksysteem(), { bsn, actor: await deskActor(door) })
  const answer = {
    bsn,
    totaal: regels.length,
    isCut: regels.length === MOST_REGELS,
    regels: regels.slice(0, SHOWN).map(inzageCells),
  }
  return { errors: [], answer }
}
