'use server'

import { notFound, redirect } from 'next/navigation'
import { changeAbonnement } from '#lib/zaaksysteem/abonnement/change-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../paths.ts'
import { readAbonnementFormulier, wijzigFormulier } from '../../read-abonnement-formulier.ts'
import type { Uitslag } from '../../uitslag.ts'
import { readAbonnementId } from '../read-abonnement-id.ts'

export async function changeAbonnementAction(vorige: Uitslag, formData: FormData): Promise<Uitslag> {
  const { id } = await readAbonnementId(formData)
  const formulier = readAbonnementFormulier(wijzigFormulier, formData)
  if (!formulier.ok) {
    return { soort: 'ongeldig', poging: vorige.poging + 1, ingevuld: formulier.ingevuld, fouten: formulier.fouten }
  }
  const changed = await changeAbonnement(zaaksysteem(), { id, change: formulier.velden })
  if (!changed.ok) notFound()
  redirect(`${abonnementPath(id)}?gedaan=gewijzigd`)
}
