'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { rotateGeheim } from '#lib/zaaksysteem/abonnement/geheim/rotate-geheim.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { readManaged } from '../../../read-managed.ts'

const OVERLAP_HOURS = 24

/** The secret is in the answer to the form, and nowhere else: no page or address can show it again. */
type GeheimState = FormState<{ geheim: string; overlapHours: number } | 'not_needed'>

export async function rotateGeheimAction(_: unknown, formData: FormData): Promise<GeheimState> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const { overlap } = readHidden(z.object({ overlap: z.string().optional() }), formData)
  const overlapHours = overlap === '0' ? 0 : OVERLAP_HOURS
  const rotated = await rotateGeheim(zaaksysteem(), { id, actor, overlapHours })
  if (rotated.ok) return { errors: [], answer: { geheim: rotated.geheim, overlapHours } }
  if (rotated.reason === 'not_found') notFound()
  return { errors: [], answer: 'not_needed' }
}
