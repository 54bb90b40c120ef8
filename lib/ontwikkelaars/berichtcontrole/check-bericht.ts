import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { NLGOV_ADR_HEADER, STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/signature-headers.ts'
import type { Bericht } from './bericht.ts'
import { checkEvent } from './check-event.ts'
import { checkProof } from './check-proof.ts'
import { allSteps, failed, type Getekend, passed, type Stap } from './stap.ts'

export type Controle = {
  /** true when no step failed; steps may have been skipped */
  goed: boolean
  stappen: Stap[]
  getekend: Getekend[]
}

/**
 * Checks a message as a receiver does, but continues after a failed step, so that one check reports every
 * fault. Fetches nothing and stores nothing.
 */
export async function checkBericht(bericht: Bericht, onleesbaar: readonly string[]): Promise<Controle> {
  const headers =
    onleesbaar.length > 0 || bericht.headers.size === 0
      ? failed('headers', { verwacht: 'Content-Type: …', gevonden: onleesbaar.join('\n') || '–', reden: 'geen_header' })
      : passed('headers')
  const credentialtype = bericht.credentialtype ?? recognise(bericht)
  const type = credentialtype ? passed('credentialtype', credentialtype) : failed('credentialtype')
  const proof = credentialtype ? await checkProof(bericht, credentialtype) : { stappen: [], getekend: [] }
  const stappen = [...allSteps('bericht', [headers, type, ...checkEvent(bericht)]), ...proof.stappen]
  const goed = stappen.every(({ uitkomst }) => uitkomst === 'goed' || uitkomst === 'overgeslagen')
  return { goed, stappen, getekend: proof.getekend }
}

/**
 * Guesses the method from the headers. For the message check only: a receiver must not guess, because an
 * attacker can leave a header out.
 */
function recognise({ headers }: Pick<Bericht, 'headers'>): Credentialtype | undefined {
  if (headers.has('signature-input')) return 'HTTPMESSAGESIGNATURES'
  if (headers.has(NLGOV_ADR_HEADER)) return 'NLGOVADR'
  if (headers.has(STANDARD_WEBHOOKS_HEADERS.signature)) return 'STANDARDWEBHOOKS'
  const authorization = headers.get('authorization')
  if (!authorization) return undefined
  return authorization.split('.').length === 3 ? 'JWT' : 'ACCESSTOKEN'
}
