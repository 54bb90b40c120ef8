'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { renewAgenda } from '#lib/publieksportaal/agenda/renew-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { afterwards, NIEUW_AGENDA_ADRES } from '../../paths.ts'

export async function renewAgendaAction(): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurger()
  const isRenewed = await renewAgenda(publieksportaal(), { burgerId, gemachtigdeId })
  refresh()
  // without an agenda, which another tab stopped, that page says so
  redirect(isRenewed ? afterwards('agendaVernieuwd') : NIEUW_AGENDA_ADRES)
}
