'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { lookAtZaken } from '#lib/zaaksysteem/catalogus/look-at-zaken.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { isHersteltermijnKort } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { isTooFarAhead } from '#lib/zaaksysteem/zaak/handelingen/besluit/besluitdatums.ts'
import { performNamed, refusalErrors } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'
import { zaakPath } from '../../paths.ts'
import { formOf, hiddenFields } from './handeling-fields.ts'

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
