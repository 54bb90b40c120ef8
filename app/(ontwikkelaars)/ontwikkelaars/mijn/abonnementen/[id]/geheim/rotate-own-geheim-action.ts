'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import type { Rotated } from '#lib/ui/staff/bezorging/rotate-form.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { rotateGeheim } from '#lib/zaaksysteem/abonnement/geheim/rotate-geheim.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

const OVERLAP_HOURS = 24

export async function rotateOwnGeheimAction(_: unknown, formData: FormData): Promise<FormState<Rotated>> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { abonnementId: id, overlap } = readHidden(
    z.object({ abonnementId: z.uuid(), overlap: z.string().optional() }),
    formData,
  )
  const overlapHours = overlap === '0' ? 0 : OVERLAP_HOURS
  const rotated = await rotateGeheim(zaaksysteem(), { id, client, actor, overlapHours })
  // An abonnement without a secret has no such page either.
  if (!rotated.ok) notFound()
  const { geheim: texts } = mijn[await currentTaal()]
  return { errors: [], answer: { value: rotated.geheim, gevolg: overlapHours > 0 ? texts.oud24 : texts.oud0 } }
}
