'use server'

import { notFound } from 'next/navigation'
import { rotateGeheim } from '#lib/zaaksysteem/abonnement/geheim/rotate-geheim.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { readAbonnementId } from '../read-abonnement-id.ts'
import type { GeheimFormState } from './form-state.ts'

const OVERLAP_HOURS = 24

export async function rotateGeheimAction(_: GeheimFormState, formData: FormData): Promise<GeheimFormState> {
  const { id, actor } = await readAbonnementId(formData)
  const overlapHours = formData.get('overlap') === '0' ? 0 : OVERLAP_HOURS
  const rotated = await rotateGeheim(zaaksysteem(), { id, actor, overlapHours })
  if (rotated.ok) return { kind: 'created', geheim: rotated.geheim, overlapHours }
  if (rotated.reason === 'not_found') notFound()
  return { kind: 'not_needed' }
}
