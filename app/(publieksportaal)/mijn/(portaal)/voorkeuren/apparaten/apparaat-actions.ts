'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { DEMO_PHONE_USER_AGENT, readDemoPhone } from '#lib/platform/push/demo-phone.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { addApparaat, removeApparaat, setPushvoorkeuren } from '#lib/publieksportaal/push/apparaat/apparaten.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { readKinds } from '../kinds-form.tsx'
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

export async function setPushvoorkeurenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await setPushvoorkeuren(publieksportaal(), { burgerId, gemachtigdeId, voorkeuren: readKinds(formData, 'melden') })
  backToVoorkeuren('opgeslagen')
}

export async function removeApparaatAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const { apparaatId } = readHidden(z.object({ apparaatId: z.uuid() }), formData)
  if (!(await removeApparaat(publieksportaal(), { burgerId, gemachtigdeId, apparaatId }))) notFound()
  backToVoorkeuren('apparaatWeg')
}
