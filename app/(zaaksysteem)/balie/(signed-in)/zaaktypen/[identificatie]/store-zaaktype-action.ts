'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { versie } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '#lib/zaaksysteem/catalogus/store-zaaktypeversie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN } from '../../paths.ts'
import { zaaktypeForm } from './zaaktype-fields.ts'

const about = z.object({ identificatie: z.string(), versie })

export async function storeZaaktypeAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const shown = readForm(about, formData)
  if (!shown.ok) return shown.refusal
  const zaaktypen = await findZaaktypen(zaaksysteem())
  const zaaktype = zaaktypen.find(({ identificatie }) => identificatie === shown.fields.identificatie)
  if (!zaaktype) notFound()
  const { identificatie, versie, ...current } = zaaktype
  const intussen = { name: 'team', text: texts.fout.intussen }
  // Fields are numbered as in the version that the page showed.
  if (versie !== shown.fields.versie) return shown.refuse(intussen)

  const form = readForm(zaaktypeForm(current), formData)
  if (!form.ok) return form.refusal
  const stored = await storeZaaktypeversie(zaaksysteem(), { identificatie, versie, gegevens: form.fields, actor })
  if (!stored.ok) return form.refuse(intussen)
  redirect(`${ZAAKTYPEN}?gedaan=gewijzigd`)
}
