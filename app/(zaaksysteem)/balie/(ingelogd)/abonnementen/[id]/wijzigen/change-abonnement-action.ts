'use server'

import { notFound, redirect } from 'next/navigation'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { changeAbonnement } from '#lib/zaaksysteem/abonnement/change-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../paths.ts'
import { readAbonnementFormulier, wijzigFormulier } from '../../read-abonnement-formulier.ts'
import type { Uitslag, Veldfout } from '../../uitslag.ts'
import { readAbonnementId } from '../read-abonnement-id.ts'

export async function changeAbonnementAction(vorige: Uitslag, formData: FormData): Promise<Uitslag> {
  const { id } = await readAbonnementId(formData)
  const formulier = readAbonnementFormulier(wijzigFormulier, formData)
  const { ingevuld } = formulier
  const refuse = (fouten: Veldfout[]): Uitslag => ({ soort: 'ongeldig', poging: vorige.poging + 1, ingevuld, fouten })
  if (!formulier.ok) return refuse(formulier.fouten)

  const changed = await changeAbonnement(zaaksysteem(), { id, change: formulier.velden })
  if (changed.ok) redirect(`${abonnementPath(id)}?gedaan=gewijzigd`)
  if (changed.reason === 'not_found') notFound()
  return refuse([{ name: 'contentmodus', text: abonnementen.fout.modusPastNiet }])
}
