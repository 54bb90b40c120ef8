'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { changeAbonnement, deleteAbonnement } from '#lib/zaaksysteem/abonnement/change-abonnement.ts'
import { registerAbonnement } from '#lib/zaaksysteem/abonnement/register-abonnement.ts'
import { awaitHandshake } from '#lib/zaaksysteem/abonnement/toestemming/request-toestemming.ts'
import { findAbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { BALIE } from '#lib/zaaksysteem/env.ts'
import { requestHerstel } from '#lib/zaaksysteem/herstel/herstelactie.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { markMeldingGezien } from '#lib/zaaksysteem/upkeep/mark-melding-gezien.ts'
import { ABONNEMENTEN, abonnementPath } from '../paths.ts'
import { readManaged } from '../read-managed.ts'
import { changeForm, registerForm, registerNatsForm } from './abonnement-fields.ts'
import type { SavedAbonnement } from './saved-abonnement.tsx'
import { faultErrors, TOEGANG_SECRETS } from './toegang-wish.ts'

const { fout } = abonnementen

/** Stores the abonnement and awaits the sink's toestemming. Only this answer ever shows the secret. */
export async function registerAbonnementAction(_: unknown, formData: FormData): Promise<FormState<SavedAbonnement>> {
  const behandelaar = await requireBeheerder()
  const ctx = zaaksysteem()
  const { protocol } = readHidden(z.object({ protocol: z.string().optional() }), formData)
  const form = protocol === 'NATS' ? readNats(formData) : readHttp(formData)
  if (!form.ok) return form.refusal

  const { request, texts } = form
  const { sink } = request
  const natsSubject = request.protocol === 'NATS' ? request.protocolsettings.subject : ''
  // Over the API a second registration of a sink updates the abonnement; at the desk it is a mistake.
  if ((await ctx.db.abonnement.count({ where: { sink, natsSubject } })) > 0) {
    return form.refuse({ name: 'sink', text: texts.exists })
  }

  const registered = await registerAbonnement(ctx, { client: BALIE, actor: await deskActor(behandelaar), request })
  if (!registered.ok) {
    const faults = registered.reason === 'invalid' ? registered.faults : []
    return form.refuse(...faultErrors(faults, { sinkVerboden: texts.notAllowed }))
  }

  const { id, naam } = registered.abonnement
  const foutdetail = await awaitHandshake(ctx, registered.handshakeId)
  const { status, foutcode } = (await findAbonnementDetail(ctx, id)) ?? registered.abonnement
  return { errors: [], answer: { id, naam, geheim: registered.geheim, status, foutcode, foutdetail } }
}

function readHttp(formData: FormData) {
  const form = readForm(registerForm, formData, { passwords: TOEGANG_SECRETS })
  if (!form.ok) return form
  const { sink, credentialtype, toegang, naam, contact, types, filters, ...config } = form.fields
  const request: AbonnementRequest = {
    protocol: 'HTTP',
    sink,
    protocolsettings: toegang,
    sinkcredential: { credentialtype },
    ...{ naam, contact, types, filters, config },
  }
  return { ...form, request, texts: { exists: fout.sinkBestaat, notAllowed: fout.sinkVerboden } }
}

function readNats(formData: FormData) {
  const form = readForm(registerNatsForm, formData, { passwords: ['secret'] })
  if (!form.ok) return form
  const { sink, subject, stream, identifier, secret, naam, contact, types, filters, ...config } = form.fields
  const request: AbonnementRequest = {
    protocol: 'NATS',
    sink,
    protocolsettings: { subject, stream },
    sinkcredential: { credentialtype: 'PLAIN', identifier, secret },
    ...{ naam, contact, types, filters, config },
  }
  return { ...form, request, texts: { exists: fout.serverBestaat, notAllowed: fout.serverVerboden } }
}

export async function changeAbonnementAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const form = readForm(changeForm, formData, { passwords: ['secret', ...TOEGANG_SECRETS] })
  if (!form.ok) return form.refusal

  const changed = await changeAbonnement(zaaksysteem(), { id, actor, change: form.fields })
  if (changed.ok) redirect(`${abonnementPath(id)}?gedaan=gewijzigd`)
  if (changed.reason === 'not_found') notFound()
  return form.refuse(...faultErrors(changed.faults, abonnementen.fout))
}

export async function deleteAbonnementAction(formData: FormData): Promise<void> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  await deleteAbonnement(zaaksysteem(), { id, actor })
  redirect(`${ABONNEMENTEN}?gedaan=verwijderd`)
}

const { herstel } = abonnementen

const herstelForm = z.object({ instant: z.iso.datetime().optional(), vanaf: z.string().default('') })

const ERRORS = { in_progress: herstel.foutBezig, not_active: herstel.foutStatus }

/** `instant`, from the button, has milliseconds; `vanaf`, which a person fills in, has minutes. */
export async function requestHerstelAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const form = readForm(herstelForm, formData)
  if (!form.ok) return form.refusal

  const { instant, vanaf: typed } = form.fields
  const vanaf = instant ? new Date(instant) : parseDatetimeLocal(typed)
  const refuse = (text: string) => form.refuse({ name: 'vanaf', text })
  const ctx = zaaksysteem()
  if (!vanaf) return refuse(herstel.foutLeeg)
  if (vanaf > ctx.clock()) return refuse(herstel.foutToekomst)

  const requested = await requestHerstel(ctx, { abonnementId: id, vanaf, actor })
  if (requested.ok) {
    redirect(`${abonnementPath(id)}?gedaan=${requested.totaal > 0 ? 'hersteld' : 'nietsTeHerstellen'}`)
  }
  if (requested.reason === 'not_found') notFound()
  return refuse(ERRORS[requested.reason])
}

export async function markMeldingGezienAction(formData: FormData): Promise<void> {
  const actor = await deskActor(await requireBeheerder())
  const { meldingId: id } = readHidden(z.object({ meldingId: z.uuid() }), formData)
  await markMeldingGezien(zaaksysteem(), { id, actor })
  refresh()
}
