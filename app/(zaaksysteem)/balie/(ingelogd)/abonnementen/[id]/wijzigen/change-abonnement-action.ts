'use server'

import { notFound, redirect } from 'next/navigation'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { changeAbonnement } from '#lib/zaaksysteem/abonnement/change-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../../paths.ts'
import type { FieldError, FormState } from '../../form-state.ts'
import { changeForm, readAbonnementForm } from '../../read-abonnement-form.ts'
import { readAbonnementId } from '../read-abonnement-id.ts'

export async function changeAbonnementAction(vorige: FormState, formData: FormData): Promise<FormState> {
  const { id } = await readAbonnementId(formData)
  const formulier = readAbonnementForm(changeForm, formData)
  const { ingevuld } = formulier
  const refuse = (fouten: FieldError[]): FormState => ({
    soort: 'ongeldig',
    poging: vorige.poging + 1,
    ingevuld,
    fouten,
  })
  if (!formulier.ok) return refuse(formulier.fouten)

  const changed = await changeAbonnement(zaaksysteem(), { id, change: formulier.velden })
  if (changed.ok) redirect(`${abonnementPath(id)}?gedaan=gewijzigd`)
  if (changed.reason === 'not_found') notFound()
  return refuse([{ name: 'contentmodus', text: abonnementen.fout.modusPastNiet }])
}
