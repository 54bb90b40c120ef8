'use server'

import { stopAgenda } from '#lib/publieksportaal/agenda/set-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { backToVoorkeuren, requireBurgerOf } from '../require-burger-of.ts'

export async function stopAgendaAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await stopAgenda(publieksportaal(), { burgerId, gemachtigdeId })
  backToVoorkeuren('agendaGestopt')
}
