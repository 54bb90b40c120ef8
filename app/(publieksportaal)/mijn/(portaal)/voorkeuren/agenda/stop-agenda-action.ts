'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { stopAgenda } from '#lib/publieksportaal/agenda/stop-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { afterwards } from '../paths.ts'

export async function stopAgendaAction(): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurger()
  await stopAgenda(publieksportaal(), { burgerId, gemachtigdeId })
  refresh()
  redirect(afterwards('agendaGestopt'))
}
