'use server'

import { redirect } from 'next/navigation'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { endSessiesOfBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { BEHANDELAARS } from '../../../paths.ts'
import { readManaged } from '../../../read-managed.ts'

export async function endSessiesAction(formData: FormData): Promise<void> {
  const { id: behandelaarId, actor } = await readManaged(formData, 'behandelaarId')
  await endSessiesOfBehandelaar(zaaksysteem(), { behandelaarId, actor })
  redirect(`${BEHANDELAARS}?gedaan=beeindigd`)
}
