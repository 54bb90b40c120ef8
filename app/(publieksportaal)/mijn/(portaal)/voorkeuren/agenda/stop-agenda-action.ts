'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { stopAgenda } from '#lib/publieksportaal/agenda/stop-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { afterwards } from '../paths.ts'
import { requireBurgerOf } from '../require-burger-of.ts'

export async function stopAgendaAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await stopAgenda(publieksportaal(), { burgerId, gemachtigdeId })
  refresh()
  redirect(afterwards('agendaGestopt'))
}
