'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { rotateGeheim } from '#lib/zaaksysteem/abonnement/geheim/rotate-geheim.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '../../../client-cookie.ts'

const OVERLAP_HOURS = 24

/** The secret is in the answer to the form, and nowhere else: no page or address can show it again. */
export async function rotateOwnGeheimAction(
  _: unknown,
  formData: FormData,
): Promise<FormState<{ geheim: string; overlapHours: number }>> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { abonnementId: id, overlap } = readHidden(
    z.object({ abonnementId: z.uuid(), overlap: z.string().optional() }),
    formData,
  )
  const overlapHours = overlap === '0' ? 0 : OVERLAP_HOURS
  const rotated = await rotateGeheim(zaaksysteem(), { id, client, actor, overlapHours })
  // The page of one without a secret is not there either.
  if (!rotated.ok) notFound()
  return { errors: [], answer: { geheim: rotated.geheim, overlapHours } }
}
