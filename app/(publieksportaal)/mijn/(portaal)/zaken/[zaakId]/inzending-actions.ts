'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { MOST_VRAAGTEKENS } from '#lib/contract/inzendingen.ts'
import { removeBestand } from '#lib/publieksportaal/bestand/ready-bestanden.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import {
  askVraag,
  reportAanvullingen,
  requestIntrekking,
  sendAanvullingen,
  takeBackInzending,
} from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { list, storable, storableText, versie } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { afterInzenden } from './after-inzenden.ts'
import { inzendingId, sturenPath, TE_LAAT, zaakPath } from './paths.ts'

export async function askVraagAction(_: unknown, formData: FormData): Promise<FormState> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const { fout } = texts(await currentTaal()).vraag
  const tekst = storableText(MOST_VRAAGTEKENS, { teLang: fout.teLang(MOST_VRAAGTEKENS), teken: fout.teken })
  const form = readForm(z.object({ zaakId: z.uuid(), tekst: tekst.min(1, fout.leeg) }), formData)
  if (!form.ok) return form.refusal

  const asked = await askVraag(publieksportaal(), { burgerId, gemachtigdeId, ...form.fields })
  if (!asked.ok && asked.reason === 'changed') return form.refuse({ name: 'tekst', text: fout.nuNiet })
  afterInzenden(form.fields.zaakId, asked)
}

const bestandFields = z.object({ zaakId: z.uuid(), bestand: z.uuid() })

export async function removeBestandAction(formData: FormData): Promise<void> {
  const { burgerId } = await requireIngelogde()
  const { zaakId, bestand } = readHidden(bestandFields, formData)
  await removeBestand(publieksportaal(), { burgerId, zaakId, id: bestand })
  refresh()
  // drops the error that the URL may hold
  redirect(sturenPath(zaakId))
}

const zaakFields = z.object({ zaakId: z.uuid(), versie })

export async function sendAanvullingenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const wanted = { burgerId, gemachtigdeId, ...readHidden(zaakFields, formData) }
  afterInzenden(wanted.zaakId, await sendAanvullingen(publieksportaal(), wanted))
}

const gemeldFields = z.object({ zaakId: z.uuid(), versie, aanvulling: list(z.array(z.uuid()).min(1).max(20)) })

export async function reportAanvullingenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const { aanvulling: aanvullingen, ...sent } = readHidden(gemeldFields, formData)
  const wanted = { burgerId, gemachtigdeId, ...sent, aanvullingen }
  afterInzenden(sent.zaakId, await reportAanvullingen(publieksportaal(), wanted))
}

export async function requestIntrekkingAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const wanted = { burgerId, gemachtigdeId, ...readHidden(zaakFields, formData) }
  afterInzenden(wanted.zaakId, await requestIntrekking(publieksportaal(), wanted))
}

const takeBackFields = z.object({ zaakId: z.uuid(), nummer: storable.max(20) })

export async function takeBackAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const { zaakId, nummer } = readHidden(takeBackFields, formData)
  const taken = await takeBackInzending(publieksportaal(), { burgerId, gemachtigdeId, zaakId, nummer })
  if (!taken.ok && taken.reason === 'not_found') notFound()
  // a redirect to another place on the same page would otherwise reuse the router cache
  refresh()
  redirect(`${zaakPath(zaakId)}${taken.ok ? '' : `?${TE_LAAT}=${nummer}`}#${inzendingId(nummer)}`)
}
