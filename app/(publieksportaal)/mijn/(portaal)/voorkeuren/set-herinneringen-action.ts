'use server'

import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setHerinneringen } from '#lib/publieksportaal/herinnering/set-herinneringen.ts'
import { list } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { backToVoorkeuren, requireBurgerOf } from './require-burger-of.ts'

export async function setHerinneringenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const { herinneren } = readHidden(z.object({ herinneren: list(z.array(z.string())) }), formData)
  const chosen = { aanvulling: herinneren.includes('aanvulling'), bezwaar: herinneren.includes('bezwaar') }
  await setHerinneringen(publieksportaal(), { burgerId, gemachtigdeId, herinneringen: chosen })
  backToVoorkeuren('opgeslagen')
}
