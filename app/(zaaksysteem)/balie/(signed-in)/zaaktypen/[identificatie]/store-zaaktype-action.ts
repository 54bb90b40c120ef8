'use server'

import { notFound, redirect } from 'next/navigation'
import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '#lib/zaaksysteem/catalogus/store-zaaktypeversie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN } from '../paths.ts'
import { readZaaktypeForm } from './read-zaaktype-form.ts'

export type FormState = { round: number; errors: FieldError[]; entered: Record<string, string> }

export async function storeZaaktypeAction(previous: FormState, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const entered = Object.fromEntries(
    [...formData].filter(([, value]) => typeof value === 'string'),
  ) as FormState['entered']
  const zaaktypen = await findZaaktypen(zaaksysteem())
  const zaaktype = zaaktypen.find(({ identificatie }) => identificatie === entered.identificatie)
  if (!zaaktype) notFound()
  const { identificatie, versie, ...current } = zaaktype
  const refuse = (errors: FieldError[]) => ({ round: previous.round + 1, errors, entered })
  const intussen = { name: 'team', text: texts.fout.intussen }
  // Fields are numbered as in the version that the page showed.
  if (String(versie) !== entered.versie) return refuse([intussen])
  const { gegevens, errors } = readZaaktypeForm(current, entered)
  if (errors.length > 0) return refuse(errors)
  const stored = await storeZaaktypeversie(zaaksysteem(), { identificatie, versie, gegevens, actor })
  if (!stored.ok) return refuse([intussen])
  redirect(`${ZAAKTYPEN}?gedaan=gewijzigd`)
}
