'use server'

import { z } from 'zod'
import { setAgenda } from '#lib/publieksportaal/agenda/set-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { TALEN } from '#lib/ui/text/taal.ts'
import { backToVoorkeuren, requireBurgerOf } from '../require-burger-of.ts'

const fields = z.object({ agendataal: z.enum(TALEN) })

export async function setAgendaAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const sent = readHidden(fields, formData)
  const outcome = await setAgenda(publieksportaal(), { burgerId, gemachtigdeId, taal: sent.agendataal })
  backToVoorkeuren(outcome === 'made' ? 'agendaGemaakt' : 'agendaTaal')
}
