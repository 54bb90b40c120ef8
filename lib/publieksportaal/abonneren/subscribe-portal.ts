import { setTimeout as wait } from 'node:timers/promises'
import {
  type AbonnementRequest,
  type AbonnementResource,
  abonnementResource,
} from '#lib/contract/abonnement-resource.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import type { PublieksportaalContext } from '../context.ts'
import { webhookUrl } from '../env.ts'
import { type Answer, callZaaksysteem, type ZaaksysteemApi } from '../zaaksysteem-api/call-zaaksysteem.ts'
import { loadZaken } from './load-zaken.ts'

const POLL_MS = 250
const MAX_POLLS = 120

export type Subscription =
  | { ok: true; abonnementId: string; zaken: number }
  | { ok: false; reason: 'unreachable' | 'invalid_answer' | 'not_verified_in_time' }
  /** the zaaksysteem said no to a request */
  | { ok: false; reason: 'refused'; httpStatus: number }
  /** the handshake failed; `foutcode` is the zaaksysteem's */
  | { ok: false; reason: 'geweigerd'; foutcode: string | null }

/**
 * Registers the portal's webhook at a zaaksysteem, waits until the handshake has made it active, and then loads all
 * zaken. In this order, so that what changes during the load arrives as an event.
 */
export async function subscribePortal(
  ctx: PublieksportaalContext,
  { zaaksysteem, token }: { zaaksysteem: string; token: string },
): Promise<Subscription> {
  const api: ZaaksysteemApi = { base: zaaksysteem.replace(/\/+$/, ''), token }
  const body: AbonnementRequest = {
    protocol: 'HTTP',
    sink: webhookUrl(ctx.env),
    types: Object.values(EVENT_TYPES),
    sinkcredential: { credentialtype: ctx.env.PUBLIEKSPORTAAL_BRON_METHODE },
  }
  const created = await callZaaksysteem(api, { path: '/abonnementen', body, schema: abonnementResource })
  if (!created.ok) return created
  const path = pathBelow(api, created.location)
  if (!path) return { ok: false, reason: 'invalid_answer' }

  const verified = await awaitConsent(api, path)
  if (!verified.ok) return verified
  const { id, status, foutcode } = verified.value
  if (status === 'geweigerd') return { ok: false, reason: 'geweigerd', foutcode }
  if (status !== 'actief') return { ok: false, reason: 'not_verified_in_time' }

  const loaded = await loadZaken(ctx, api)
  return loaded.ok ? { ok: true, abonnementId: id, zaken: loaded.zaken } : loaded
}

async function awaitConsent(api: ZaaksysteemApi, path: string): Promise<Answer<AbonnementResource>> {
  for (let poll = 1; ; poll++) {
    const answer = await callZaaksysteem(api, { path, schema: abonnementResource })
    if (!answer.ok || answer.value.status !== 'wacht_op_toestemming' || poll === MAX_POLLS) return answer
    await wait(POLL_MS)
  }
}

/** The token goes to the given API only, wherever Location may point. */
function pathBelow({ base }: ZaaksysteemApi, location: string | null): string | undefined {
  if (!location || !URL.canParse(location, `${base}/`)) return undefined
  const { href } = new URL(location, `${base}/`)
  return href.startsWith(`${base}/`) ? href.slice(base.length) : undefined
}
