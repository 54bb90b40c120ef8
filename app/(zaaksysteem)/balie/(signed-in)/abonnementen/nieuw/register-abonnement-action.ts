'use server'

import { z } from 'zod'
import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { registerAbonnement } from '#lib/zaaksysteem/abonnement/register-abonnement.ts'
import { awaitHandshake } from '#lib/zaaksysteem/abonnement/toestemming/request-handshake.ts'
import { findAbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnement-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { BALIE } from '#lib/zaaksysteem/env.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { registerForm, registerNatsForm } from '../abonnement-fields.ts'
import type { SavedAbonnement } from '../saved-abonnement.tsx'
import { faultErrors, TOEGANG_SECRETS } from '../toegang-wish.ts'

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
