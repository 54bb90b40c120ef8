'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readmitBron } from '#lib/publieksportaal/bron/retire-bron.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { storable } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { PORTAALBEHEER } from './paths.ts'

export async function readmitBronAction(formData: FormData): Promise<void> {
  const { actor } = await requireBeheerder()
  const { bron: source } = readHidden(z.object({ bron: storable }), formData)
  const { known } = await readmitBron(publieksportaal(), { source, actor })
  redirect(known ? `${PORTAALBEHEER}?gedaan=aangenomen` : PORTAALBEHEER)
}
