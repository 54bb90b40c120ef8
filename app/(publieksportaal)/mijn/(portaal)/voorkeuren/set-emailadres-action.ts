'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setEmailadres } from '#lib/publieksportaal/emailadres/set-emailadres.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { TALEN } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import type { EmailadresState } from './form-state.ts'
import { afterwards } from './paths.ts'
import { requireBurgerOf } from './require-burger-of.ts'

const fields = z.object({ adres: z.string().trim(), taal: z.enum(TALEN) })

/** Answers with what was typed: it stands in no address. */
export async function setEmailadresAction(previous: EmailadresState, formData: FormData): Promise<EmailadresState> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const read = fields.safeParse(Object.fromEntries(formData))
  if (!read.success) notFound()
  const set = await setEmailadres(publieksportaal(), { burgerId, gemachtigdeId, ...read.data })
  if (!set.ok) {
    const { reason } = set
    if (reason === 'not_offered') notFound()
    const text = voorkeurenTexts[await currentTaal()].fout[reason]
    return { round: previous.round + 1, entered: read.data, errors: [{ name: 'adres', text }] }
  }
  // to another query of the page itself the browser would keep what it has
  refresh()
  redirect(afterwards('opgeslagen'))
}
