'use server'

import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { correctStatus } from '#lib/zaaksysteem/zaak/handeling/correct-status.ts'
import { declineIntrekking } from '#lib/zaaksysteem/zaak/handeling/decline-intrekking.ts'
import { extendZaak } from '#lib/zaaksysteem/zaak/handeling/extend-zaak.ts'
import { receiveAanvulling } from '#lib/zaaksysteem/zaak/handeling/receive-aanvulling.ts'
import { requestAanvulling } from '#lib/zaaksysteem/zaak/handeling/request-aanvulling.ts'
import { resumeZaak } from '#lib/zaaksysteem/zaak/handeling/resume-zaak.ts'
import { suspendZaak } from '#lib/zaaksysteem/zaak/handeling/suspend-zaak.ts'
import { zaakPath } from '../../../paths.ts'
import type { FormState } from '../form-state.ts'
import { toelichtingForm } from '../read-zaak-form.ts'
import { saveZaakForm } from '../save-zaak-form.ts'
import { aanvullenForm, opForm, opschortenForm, verlengenForm } from './forms.ts'
import type { Handelingspad } from './handelingen.ts'

type Save<Fields> = Parameters<typeof saveZaakForm<Fields>>[1]['save']
type Perform = (previous: FormState, formData: FormData) => Promise<FormState>

function performing<Fields>(
  schema: z.ZodType<Fields>,
  useCase: (...call: [ReturnType<typeof zaaksysteem>, ...Parameters<Save<Fields>>]) => ReturnType<Save<Fields>>,
): Perform {
  return (previous, formData) =>
    saveZaakForm({ previous, formData }, { schema, save: (change) => useCase(zaaksysteem(), change) })
}

const PERFORM: Record<Handelingspad, Perform> = {
  opschorten: performing(opschortenForm, suspendZaak),
  hervatten: performing(opForm, resumeZaak),
  verlengen: performing(verlengenForm, extendZaak),
  aanvullen: performing(aanvullenForm, requestAanvulling),
  'aanvulling-ontvangen': performing(opForm, receiveAanvulling),
  'intrekking-afwijzen': performing(toelichtingForm, declineIntrekking),
  corrigeren: performing(toelichtingForm, correctStatus),
}

/** Performs the act that the hidden field `handeling` names, and then shows the zaak. */
export async function performAction(previous: FormState, formData: FormData): Promise<FormState> {
  const pad = String(formData.get('handeling'))
  if (!Object.hasOwn(PERFORM, pad)) notFound()
  const state = await PERFORM[pad as Handelingspad](previous, formData)
  if (state.kind !== 'saved') return state
  const terug = formData.get('terug')
  redirect(zaakPath(String(formData.get('zaakId')), { gedaan: pad, terug: terug ? String(terug) : undefined }))
}
