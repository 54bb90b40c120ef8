'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { renewAgenda, setAgenda, stopAgenda } from '#lib/publieksportaal/agenda/agenda-adres.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { TALEN } from '#lib/ui/text/taal.ts'
import { afterwards, NIEUW_AGENDA_ADRES } from '../paths.ts'
import { backToVoorkeuren, requireBurgerOf } from '../require-burger-of.ts'

const fields = z.object({ agendataal: z.enum(TALEN) })

export async function setAgendaAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const sent = readHidden(fields, formData)
  const outcome = await setAgenda(publieksportaal(), { burgerId, gemachtigdeId, taal: sent.agendataal })
  backToVoorkeuren(outcome === 'made' ? 'agendaGemaakt' : 'agendaTaal')
}

export async function renewAgendaAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const isRenewed = await renewAgenda(publieksportaal(), { burgerId, gemachtigdeId })
  refresh()
  // the page itself explains when another tab has stopped the agenda
  redirect(isRenewed ? afterwards('agendaVernieuwd') : NIEUW_AGENDA_ADRES)
}

export async function stopAgendaAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await stopAgenda(publieksportaal(), { burgerId, gemachtigdeId })
  backToVoorkeuren('agendaGestopt')
}
