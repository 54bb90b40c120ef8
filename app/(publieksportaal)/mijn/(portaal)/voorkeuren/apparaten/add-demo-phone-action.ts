'use server'

import { notFound } from 'next/navigation'
import { DEMO_PHONE_USER_AGENT, readDemoPhone } from '#lib/platform/push/demo-phone.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { addApparaat } from '#lib/publieksportaal/push/apparaat/add-apparaat.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { backToVoorkeuren, requireBurgerOf } from '../require-burger-of.ts'

/** Demo only: subscribes the demo's phone, as the citizen would do on it. */
export async function addDemoPhoneAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const phone = await readDemoPhone()
  if (!phone) notFound()
  const device = { subscription: phone.subscription, userAgent: DEMO_PHONE_USER_AGENT, taal: await currentTaal() }
  const added = await addApparaat(publieksportaal(), { burgerId, gemachtigdeId, ...device })
  backToVoorkeuren(added.ok ? 'apparaatAan' : 'teVeelApparaten')
}
