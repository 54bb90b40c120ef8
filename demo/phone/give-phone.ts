import { DEMO_PHONE_USER_AGENT } from '#lib/platform/push/demo-phone.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { addApparaat, replaceSubscription } from '#lib/publieksportaal/push/apparaat/apparaten.ts'
import { DEMO_BURGERS } from '../stage/demo-burgers.ts'
import { DEMO_BURGER } from '../stage/demo-zaak.ts'
import type { StartedPhone } from './demo-phone.ts'

/**
 * Subscribes the phone for the demo's citizen at its first start, so that the first change is pushed. Later
 * it only reports its new port, as a browser does, because somebody else may own the subscription by then.
 */
export async function givePhone(
  portal: PublieksportaalContext,
  { subscription, former }: Pick<StartedPhone, 'subscription' | 'former'>,
): Promise<void> {
  if (former) return replaceSubscription(portal, { endpoint: former, subscription })
  const { bsn } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  const { id: burgerId } = await findOrCreateBurger(portal, bsn)
  await addApparaat(portal, {
    burgerId,
    gemachtigdeId: null,
    subscription,
    userAgent: DEMO_PHONE_USER_AGENT,
    taal: 'nl',
  })
}
