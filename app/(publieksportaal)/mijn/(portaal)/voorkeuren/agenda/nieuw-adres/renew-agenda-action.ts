'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { renewAgenda } from '#lib/publieksportaal/agenda/set-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { afterwards, NIEUW_AGENDA_ADRES } from '../../paths.ts'
import { requireBurgerOf } from '../../require-burger-of.ts'

export async function renewAgendaAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const isRenewed = await renewAgenda(publieksportaal(), { burgerId, gemachtigdeId })
  refresh()
  // the page itself explains when another tab has stopped the agenda
  redirect(isRenewed ? afterwards('agendaVernieuwd') : NIEUW_AGENDA_ADRES)
}
