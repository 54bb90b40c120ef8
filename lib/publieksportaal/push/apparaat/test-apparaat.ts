import { randomBytes } from 'node:crypto'
import { DEMO_PHONE_USER_AGENT } from '#lib/platform/push/demo-phone.ts'
import type { TestPushService } from '#tools/servers/push-service.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { addApparaat } from './apparaten.ts'

export function pushEnv({ origin }: Pick<TestPushService, 'origin'>) {
  return {
    PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: randomBytes(32).toString('base64url'),
    PUBLIEKSPORTAAL_VAPID_SUBJECT: 'mailto:beheer@gemeente.test',
    PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: origin,
  }
}

/** Adds a citizen with one subscribed browser. */
export async function addBurgerWithApparaat(
  ctx: PublieksportaalContext,
  service: TestPushService,
  { bsn, taal = 'nl' }: { bsn: string; taal?: 'nl' | 'en' },
) {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const { subscription } = service.subscribe()
  const added = await addApparaat(ctx, {
    burgerId,
    gemachtigdeId: null,
    subscription,
    userAgent: DEMO_PHONE_USER_AGENT,
    taal,
  })
  if (!added.ok) throw new Error(added.reason)
  const { id: apparaatId } = await ctx.db.apparaat.findFirstOrThrow({
    where: { burgerId },
    orderBy: { toegevoegdOp: 'desc' },
  })
  return { burgerId, apparaatId, subscription }
}
