import {
  type Contentmodus,
  type Credentialtype,
  fits,
  leavesAuthorization,
  type Protocol,
} from '#lib/contract/abonnement-resource.ts'
import type { ToegangFault, ToegangWish } from './toegang/examine-toegang.ts'

type Misfit = { reason: 'contentmodus_not_allowed' | 'oauth2_not_allowed' }

/** A fault in the settings that can be changed. */
export type ChangeFault = Misfit | ToegangFault

/** A fault in the settings of an abonnement. `normal` is the sink as every receiver normalises it. */
export type AbonnementFault =
  | ChangeFault
  | { reason: 'sink_not_allowed' }
  | { reason: 'sink_not_normal'; normal: string }

export type Invalid<Fault> = { ok: false; reason: 'invalid'; faults: Fault[] }

/** Returns the settings that conflict with the protocol or the credentialtype of an abonnement. */
export function findMisfits(
  delivered: { protocol: Protocol; credentialtype: Credentialtype },
  { contentmodus, oauth2 }: { contentmodus: Contentmodus | undefined; oauth2: ToegangWish['oauth2'] },
): Misfit[] {
  const reasons = [
    contentmodus && !fits({ ...delivered, contentmodus }) && 'contentmodus_not_allowed',
    oauth2 && !leavesAuthorization(delivered.credentialtype) && 'oauth2_not_allowed',
  ] as const
  return reasons.flatMap((reason) => (reason ? { reason } : []))
}
