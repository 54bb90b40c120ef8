'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findTekst, MOST_REDENTEKENS, recordDuidelijkheid } from '#lib/publieksportaal/duidelijkheid/duidelijkheid.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { storable } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { DUIDELIJKHEID, zaakPath } from '../paths.ts'
import { isGevraagd, keepGevraagd } from './gevraagd.ts'

const fields = z.object({
  zaakId: z.uuid(),
  duidelijk: z.enum(['ja', 'nee']),
  reden: storable.max(MOST_REDENTEKENS).default(''),
})

/** Uses the zaak only to find the text in question; the answer does not store the zaak. */
export async function sayDuidelijkheidAction(formData: FormData): Promise<void> {
  const { burgerId } = await requireIngelogde()
  const { zaakId, duidelijk, reden } = readHidden(fields, formData)
  const ctx = publieksportaal()
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) notFound()
  const tekst = findTekst(zaak, ctx.clock())
  const gevraagd = { burgerId, zaaktype: zaak.zaaktype.identificatie, tekst: tekst ?? '' }
  if (tekst !== null && !(await isGevraagd(gevraagd))) {
    await recordDuidelijkheid(ctx, zaak, { duidelijk: duidelijk === 'ja', reden })
    await keepGevraagd(gevraagd)
  }
  refresh()
  redirect(`${zaakPath(zaakId)}#${DUIDELIJKHEID}`)
}
