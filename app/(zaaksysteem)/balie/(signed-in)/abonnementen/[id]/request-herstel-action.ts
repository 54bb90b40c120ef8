'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requestHerstel } from '#lib/zaaksysteem/herstel/request-herstel.ts'
import { abonnementPath } from '../../paths.ts'
import { readAbonnementId } from './read-abonnement-id.ts'

export type HerstelFormState = { round?: number; error?: string; entered?: string }

const { herstel } = abonnementen

const ERRORS = { in_progress: herstel.foutBezig, not_active: herstel.foutStatus }

/** `instant` is to the millisecond, from the button of the offer; `vanaf` is to the minute, as somebody filled it in. */
export async function requestHerstelAction(previous: HerstelFormState, formData: FormData): Promise<HerstelFormState> {
  const { id, actor } = await readAbonnementId(formData)
  const entered = z
    .string()
    .catch('')
    .parse(formData.get('vanaf') ?? '')
  const refuse = (error: string) => ({ round: (previous.round ?? 0) + 1, error, entered })

  const instant = z.iso.datetime().safeParse(formData.get('instant'))
  const vanaf = instant.success ? new Date(instant.data) : parseDatetimeLocal(entered)
  const ctx = zaaksysteem()
  if (!vanaf) return refuse(herstel.foutLeeg)
  if (vanaf > ctx.clock()) return refuse(herstel.foutToekomst)

  const requested = await requestHerstel(ctx, { abonnementId: id, vanaf, actor })
  if (requested.ok) {
    redirect(`${abonnementPath(id)}?gedaan=${requested.totaal > 0 ? 'hersteld' : 'nietsTeHerstellen'}`)
  }
  if (requested.reason === 'not_found') notFound()
  return refuse(ERRORS[requested.reason])
}
