'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { naamVanTitel } from '#lib/platform/bestand/clean-naam.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { bestanden } from '#lib/ui/texts/balie/documenten.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { isBericht } from '#lib/voortgang/berichten.ts'
import { type Zaakmail, zaakmail } from '#lib/voortgang/zaakmail.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { lookAtZaken } from '#lib/zaaksysteem/catalogus/look-at-zaken.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { currentBehandelaar, requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { isHersteltermijnKort } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { isTooFarAhead } from '#lib/zaaksysteem/zaak/handelingen/besluit/besluitdatums.ts'
import { performNamed, refusalErrors } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { type Invoer, previewHandeling } from '#lib/zaaksysteem/zaak/preview/preview-handeling.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'
import { handelingPath, zaakPath } from '../../paths.ts'
import { briefFields, writeBrief } from './brief/write-brief.ts'
import { formOf, hiddenFields } from './handeling-fields.ts'
import { loadZaak } from './load-zaak.ts'
import { type ShownZaak, toShownZaak } from './shown-zaak.ts'
import { inDutch } from './to-editable-zaak.ts'

/** The result of an act. `versie` is the newest versie that the behandelaar has been told of. */
export type ZaakAnswer =
  | { kind: 'saved'; versie: number }
  | { kind: 'conflict'; versie: number; sindsdien: Tussentijds[] }

/** Performs the act of the form. An act with a page of its own then redirects to the zaak. */
export async function performAction(_: unknown, formData: FormData): Promise<FormState<ZaakAnswer>> {
  const { id } = await requireBehandelaar()
  const { handeling, zaakId, versie, terug, ...meant } = readHidden(hiddenFields, formData)
  const form = readForm(formOf(handeling), formData)
  if (!form.ok) return form.refusal
  const later = bekendmakingLater(form.fields)
  if (later && !meant.bekendmakingLater)
    return form.refuse({ name: 'bekendmakingLater', text: handelingen.bekendmakingLater(shortDate(later)) })
  const kort = handeling === 'aanvullen' ? hersteltermijnKort(form.fields) : undefined
  if (kort && !meant.hersteltermijnKort)
    return form.refuse({ name: 'hersteltermijnKort', text: handelingen.hersteltermijnKort(shortDate(kort)) })

  const traceparent = traceparentOf((await headers()).get('traceparent'))
  const change = { ...form.fields, zaakId, versie, gezetDoor: { behandelaarId: id }, traceparent }
  const ctx = zaaksysteem()
  const begonnenOp = ctx.clock()
  const result = await performNamed(ctx, handeling, change)
  refresh()
  if (result.ok && handeling !== 'status' && handeling !== 'heropenen') {
    redirect(zaakPath(zaakId, { gedaan: handeling, terug: terug || undefined }))
  }
  if (result.ok) return { errors: [], answer: { kind: 'saved', versie: result.versie } }
  if (result.reason === 'conflict') {
    const { sindsdien } = result
    const actor = { soort: 'behandelaar', id, traceparent } as const
    const look = { actor, handeling: 'zaak_bekijken', begonnenOp } as const
    await lookAtZaken(ctx, { ...look, zaakIds: [zaakId], onceAMinute: true })
    return { ...form.refuse(), answer: { kind: 'conflict', versie: versie + sindsdien.length, sindsdien } }
  }
  if (result.reason === 'not_found') notFound()
  return form.refuse(...refusalErrors(result.broken))
}

/**
 * Returns the last day to send the aanvullingen when it is soon after the letter; a day before that is
 * refused elsewhere.
 */
function hersteltermijnKort(fields: unknown): string | undefined {
  const { op = dateInAmsterdam(zaaksysteem().clock()), uiterlijk } = fields as { op?: string; uiterlijk: string }
  return uiterlijk > op && isHersteltermijnKort(uiterlijk, op) ? uiterlijk : undefined
}

/** Returns the date of a future bekendmaking. */
function bekendmakingLater(fields: unknown): string | undefined {
  const { bekendmakingsdatum } = fields as { bekendmakingsdatum?: string }
  const today = dateInAmsterdam(zaaksysteem().clock())
  if (!bekendmakingsdatum || bekendmakingsdatum <= today || isTooFarAhead(bekendmakingsdatum, today)) return undefined
  return bekendmakingsdatum
}

type Shown = Pick<ZaakResource, 'identificatie' | 'gevoelig' | 'versie'>

/** `mail` is null when no mail is sent. */
export type Straks = { zaak: ShownZaak; mail: (Zaakmail & { isNeutraal: boolean }) | null }

/**
 * Previews the zaak for its citizen after the act of the form, with the mail; null while the act is
 * impossible. An ended session does not redirect here, so that typed text is not lost.
 */
export async function previewAction(formData: FormData): Promise<Straks | null> {
  const { handeling, zaakId, versie } = readHidden(hiddenFields, formData)
  const behandelaar = await currentBehandelaar()
  const form = readForm(formOf(handeling), formData)
  if (!behandelaar || !form.ok) return null
  const asked = { zaakId, versie, actor: await deskActor(behandelaar), invoer: form.fields as Invoer }
  const ctx = zaaksysteem()
  const straks = await previewHandeling(ctx, handeling, asked)
  if (!straks) return null
  const zaak = toShownZaak({ ...straks, zaaktype: inDutch(straks.zaaktype) }, straks.inzendingen)
  return { zaak, mail: mailOf(zaak, straks, ctx.clock()) }
}

/** The mail as it would be sent by itself: the portal combines changes within minutes. */
function mailOf(zaak: ShownZaak, { identificatie, gevoelig, versie }: Shown, now: Date): Straks['mail'] {
  const status = zaak.statussen.find((one) => one.versie === versie)
  if (!status || !isBericht(zaak.zaaktype, status)) return null
  const gemeente = platformEnv().GEMEENTE_NAAM
  const about = { versies: [versie], neutraal: gevoelig, heeftMeerZaken: false, taal: 'nl', gemeente, now } as const
  return { ...zaakmail({ ...zaak, identificatie }, about), isNeutraal: gevoelig }
}

/** Stores the letter of the form as a bestand. An unused bestand is deleted after a day. */
export async function storeBriefAction(formData: FormData): Promise<FormState> {
  const { zaakId } = readHidden(z.object({ zaakId: z.uuid() }), formData)
  const zaak = await loadZaak(zaakId, 'behandelen')
  const form = readForm(briefFields, formData)
  if (!form.ok) return form.refusal

  const ctx = zaaksysteem()
  const pdf = await writeBrief(zaak, form.fields, ctx.clock())
  const naam = naamVanTitel(form.fields.kop, 'application/pdf')
  const stored = await storeBestand(ctx, { zaakId, naam, bytes: new Blob([new Uint8Array(pdf)]).stream() })
  if (!stored.ok) return form.refuse({ name: 'tekst', text: bestanden.fout[stored.reason] })
  return { errors: [] }
}

/** Stores the letter, and redirects to the act that makes it a document. */
export async function addBriefAction(_: unknown, formData: FormData): Promise<FormState> {
  const { zaakId } = readHidden(z.object({ zaakId: z.uuid() }), formData)
  const stored = await storeBriefAction(formData)
  if (stored.errors.length > 0) return stored
  // a configured virus scanner checks it first
  redirect(
    zaaksysteem().env.ZAAKSYSTEEM_CLAMD
      ? `${zaakPath(zaakId)}#documenten`
      : handelingPath(zaakId, 'document-toevoegen'),
  )
}
