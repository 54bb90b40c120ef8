'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requestHerstel } from '#lib/zaaksysteem/herstel/request-herstel.ts'
import { abonnementPath } from '../../paths.ts'
import { readAbonnementId } from './read-abonnement-id.ts'

export type HerstelFormState = { poging?: number; fout?: string; ingevuld?: string }

const { herstel } = abonnementen

const FOUTEN = { in_progress: herstel.foutBezig, not_active: herstel.foutStatus }

/** `instant` is exact, from a button of ours; `vanaf` is what somebody filled in. */
export async function requestHerstelAction(vorige: HerstelFormState, formData: FormData): Promise<HerstelFormState> {
  const { id, behandelaarId } = await readAbonnementId(formData)
  const ingevuld = z
    .string()
    .catch('')
    .parse(formData.get('vanaf') ?? '')
  const refuse = (fout: string) => ({ poging: (vorige.poging ?? 0) + 1, fout, ingevuld })

  const instant = z.iso.datetime().safeParse(formData.get('instant'))
  const vanaf = instant.success ? new Date(instant.data) : parseDatetimeLocal(ingevuld)
  const ctx = zaaksysteem()
  if (!vanaf) return refuse(herstel.foutLeeg)
  if (vanaf > ctx.clock()) return refuse(herstel.foutToekomst)

  const requested = await requestHerstel(ctx, { abonnementId: id, vanaf, gevraagdDoorId: behandelaarId })
  if (requested.ok) {
    redirect(`${abonnementPath(id)}?gedaan=${requested.totaal > 0 ? 'hersteld' : 'nietsTeHerstellen'}`)
  }
  if (requested.reason === 'not_found') notFound()
  return refuse(FOUTEN[requested.reason])
}
