'use server'

import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { registerAbonnement } from '#lib/zaaksysteem/abonnement/register-abonnement.ts'
import { awaitVerificatie } from '#lib/zaaksysteem/abonnement/toestemming/await-verificatie.ts'
import { findAbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { BALIE } from '#lib/zaaksysteem/env.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import type { FormState } from '../form-state.ts'
import { readAbonnementForm, registerForm } from '../read-abonnement-form.ts'

/** Stores the abonnement and waits for the sink's consent. The answer is the only place where the secret is ever shown. */
export async function registerAbonnementAction(previous: FormState, formData: FormData): Promise<FormState> {
  const behandelaar = await requireBeheerder()
  const ctx = zaaksysteem()
  const round = previous.round + 1
  const form = readAbonnementForm(registerForm, formData)
  const { entered } = form
  if (!form.ok) return { kind: 'invalid', round, entered, errors: form.errors }

  const { sink, credentialtype, naam, contact, types, filters, ...config } = form.fields
  const wrongSink = (text: string): FormState => ({
    kind: 'invalid',
    round,
    entered,
    errors: [{ name: 'sink', text }],
  })
  // Over the API, registering the same sink again changes the abonnement; at the desk it is a mistake.
  if ((await ctx.db.abonnement.count({ where: { sink } })) > 0) return wrongSink(abonnementen.fout.sinkBestaat)

  const registered = await registerAbonnement(ctx, {
    client: BALIE,
    actor: await deskActor(behandelaar),
    request: { protocol: 'HTTP', sink, sinkcredential: { credentialtype }, naam, contact, types, filters, config },
  })
  if (!registered.ok) return wrongSink(abonnementen.fout.sinkVerboden)

  const { id } = registered.abonnement
  const foutdetail = await awaitVerificatie(ctx, registered.verificatieId)
  const { status, foutcode } = (await findAbonnementDetail(ctx, id)) ?? registered.abonnement
  return { kind: 'saved', round, id, naam, geheim: registered.geheim, status, foutcode, foutdetail }
}
