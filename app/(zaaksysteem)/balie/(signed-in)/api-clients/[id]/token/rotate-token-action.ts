'use server'

import { notFound } from 'next/navigation'
import { rotateToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { readClientId } from '../read-client-id.ts'
import type { TokenFormState } from './form-state.ts'

const OVERLAP_HOURS: Record<string, number> = { '168': 168, '24': 24, '0': 0 }
const USUAL_OVERLAP_HOURS = 168

export async function rotateTokenAction(_: TokenFormState, formData: FormData): Promise<TokenFormState> {
  const { id, actor } = await readClientId(formData)
  const overlapHours = OVERLAP_HOURS[String(formData.get('overlap'))] ?? USUAL_OVERLAP_HOURS
  const rotated = await rotateToken(zaaksysteem(), { id, overlapHours, actor })
  if (rotated.ok) return { kind: 'created', token: rotated.token, overlapHours }
  if (rotated.reason === 'not_found') notFound()
  return { kind: 'too_many_tokens' }
}
