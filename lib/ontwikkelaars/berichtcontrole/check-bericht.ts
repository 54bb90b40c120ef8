import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { NLGOV_ADR_HEADER } from '#lib/contract/nlgov-adr-signature.ts'
import { STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/standard-webhooks.ts'
import type { Bericht } from './bericht.ts'
import { checkAccessToken } from './check-access-token.ts'
import { checkEvent } from './check-event.ts'
import { checkHttpMessageSignature } from './check-http-message-signature.ts'
import { checkNlgovAdr } from './check-nlgov-adr.ts'
import { checkStandardWebhooks } from './check-standard-webhooks.ts'
import { checkToken } from './check-token.ts'
import { allSteps, type Deel, failed, type Getekend, type Onderdeel, passed, type Stap } from './stap.ts'

export type Controle = {
  /** whether no step failed; some may have been left out */
  goed: boolean
  stappen: Stap[]
  getekend: Getekend[]
}

/** What proves a message of each type, besides the token that most of them bear. */
const CHECKS: Record<Exclude<Credentialtype, 'JWT'>, (bericht: Bericht) => Deel> = {
  ACCESSTOKEN: checkAccessToken,
  STANDARDWEBHOOKS: checkStandardWebhooks,
  HTTPMESSAGESIGNATURES: checkHttpMessageSignature,
  NLGOVADR: checkNlgovAdr,
}

/**
 * Goes through a message as a receiver should, but on past what fails, so that all that is wrong is told at once. Nothing
 * is fetched and nothing is kept.
 */
export function checkBericht(bericht: Bericht, onleesbaar: readonly string[]): Controle {
  const headers =
    onleesbaar.length > 0 || bericht.headers.size === 0
      ? failed('headers', { verwacht: 'Content-Type: …', gevonden: onleesbaar.join('\n') || '–', reden: 'geen_header' })
      : passed('headers')
  const credentialtype = bericht.credentialtype ?? recognise(bericht)
  if (!credentialtype) return verdict([headers, failed('credentialtype'), ...checkEvent(bericht)], [])

  const delen: [Onderdeel, Deel][] = []
  if (credentialtype !== 'ACCESSTOKEN') delen.push(['token', checkToken(bericht)])
  if (credentialtype !== 'JWT') delen.push([credentialtype, CHECKS[credentialtype](bericht)])
  return verdict(
    [headers, passed('credentialtype', credentialtype), ...checkEvent(bericht)],
    delen.map(([onderdeel, { stappen, getekend }]) => ({ stappen: allSteps(onderdeel, stappen), getekend })),
  )
}

function verdict(bericht: Stap[], delen: { stappen: Stap[]; getekend: Getekend | undefined }[]): Controle {
  const stappen = [...allSteps('bericht', bericht), ...delen.flatMap((deel) => deel.stappen)]
  const goed = stappen.every(({ uitkomst }) => uitkomst === 'goed' || uitkomst === 'overgeslagen')
  return { goed, stappen, getekend: delen.flatMap(({ getekend }) => getekend ?? []) }
}

/** By what the headers look like: good for a tester, and never for a receiver, who would be fooled by leaving one out. */
function recognise({ headers }: Pick<Bericht, 'headers'>): Credentialtype | undefined {
  if (headers.has('signature-input')) return 'HTTPMESSAGESIGNATURES'
  if (headers.has(NLGOV_ADR_HEADER)) return 'NLGOVADR'
  if (headers.has(STANDARD_WEBHOOKS_HEADERS.signature)) return 'STANDARDWEBHOOKS'
  const authorization = headers.get('authorization')
  if (!authorization) return undefined
  return authorization.split('.').length === 3 ? 'JWT' : 'ACCESSTOKEN'
}
