'use server'

import { z } from 'zod'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { currentBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { type Invoer, previewHandeling } from '#lib/zaaksysteem/zaak/preview/preview-handeling.ts'
import { HANDELINGSPAGINAS } from './[handeling]/handelingen.ts'
import { type ShownZaak, toShownZaak } from './shown-zaak.ts'
import { inDutch } from './to-editable-zaak.ts'
import { hiddenFields, statusForm, toelichtingForm } from './zaak-fields.ts'

const FORMS = { status: { form: statusForm }, heropenen: { form: toelichtingForm }, ...HANDELINGSPAGINAS }
const fields = hiddenFields.extend({ handeling: z.enum(Object.keys(FORMS) as (keyof typeof FORMS)[]) })

/**
 * The zaak as its citizen would see it after the act whose form this is; null while it cannot be done so. Whoever is no longer signed
 * in finds out by saving, and is not led away from what is being typed.
 */
export async function previewAction(formData: FormData): Promise<ShownZaak | null> {
  const { handeling, zaakId, versie } = readHidden(fields, formData)
  const behandelaar = await currentBehandelaar()
  const form = readForm<object>(FORMS[handeling].form as z.ZodType<object>, formData)
  if (!behandelaar || !form.ok) return null
  const asked = { zaakId, versie, behandelaarId: behandelaar.id, invoer: form.fields as Invoer }
  const straks = await previewHandeling(zaaksysteem(), handeling, asked)
  return straks ? toShownZaak({ ...straks, zaaktype: inDutch(straks.zaaktype) }) : null
}
