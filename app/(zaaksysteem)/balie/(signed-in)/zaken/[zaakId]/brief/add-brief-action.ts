'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { naamVanTitel } from '#lib/platform/bestand/clean-naam.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { bestanden } from '#lib/ui/texts/balie/documenten/bestanden.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { handelingPath, zaakPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { briefFields, writeBrief } from './write-brief.ts'

/**
 * Stores the letter as a bestand, and redirects to the act that makes it a document. An unused bestand is
 * deleted after a day.
 */
export async function addBriefAction(_: unknown, formData: FormData): Promise<FormState> {
  const { zaakId } = readHidden(z.object({ zaakId: z.uuid() }), formData)
  const zaak = await loadZaak(zaakId, 'behandelen')
  const form = readForm(briefFields, formData)
  if (!form.ok) return form.refusal

  const ctx = zaaksysteem()
  const pdf = await writeBrief(zaak, form.fields, ctx.clock())
  const naam = naamVanTitel(form.fields.kop, 'application/pdf')
  const stored = await storeBestand(ctx, { zaakId, naam, bytes: new Blob([new Uint8Array(pdf)]).stream() })
  if (!stored.ok) return form.refuse({ name: 'tekst', text: bestanden.fout[stored.reason] })
  // a configured virus scanner checks it first
  redirect(ctx.env.ZAAKSYSTEEM_CLAMD ? `${zaakPath(zaakId)}#documenten` : handelingPath(zaakId, 'document-toevoegen'))
}
