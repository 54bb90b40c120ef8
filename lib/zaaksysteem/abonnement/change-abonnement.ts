import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import {
  type AbonnementResource,
  type Contentmodus,
  credentialtype,
  fits,
  leavesAuthorization,
  protocol,
} from '#lib/contract/abonnement-resource.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { sinkPolicy } from '../egress/sink-guard.ts'
import { toAbonnementResource, WITH_TOEGANGEN } from './api/abonnement-resource.ts'
import { changeNatsSecret } from './geheim/nats-credential.ts'
import { examineToegang, type ToegangFault, type ToegangWish } from './toegang/examine-toegang.ts'
import { storeToegang } from './toegang/store-toegang.ts'

/** Checked by `abonnementChange` of the contract; absent members stay as they are. */
type AbonnementChange = {
  naam?: string
  contact?: string | null
  types?: string[]
  filters?: AbonnementFilter[]
  contentmodus?: Contentmodus
  /** seconds */
  herhaalschema?: number[]
  maxGelijktijdig?: number
  /** the password at a NATS server, where the user stays; other protocols have none */
  secret?: string | undefined
  /** what the sink asks besides, over HTTP */
  toegang?: ToegangWish | undefined
}

type ChangedAbonnement =
  | { ok: true; abonnement: AbonnementResource }
  | { ok: false; reason: 'not_found' | 'contentmodus_not_allowed' | 'oauth2_not_allowed' }
  | { ok: false; reason: 'toegang_invalid'; fault: ToegangFault }

/**
 * Changes the settings of an abonnement. Types and filters apply to the events of which bezorgingen are made from now on.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function changeAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log' | 'once'>,
  { id, client, actor, change }: { id: string; client?: string; actor: Actor; change: AbonnementChange },
): Promise<ChangedAbonnement> {
  const { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig, secret, toegang = {} } = change
  const examined = examineToegang(toegang, { policy: sinkPolicy(ctx), now: ctx.clock() })
  if (!examined.ok) return examined
  // Part of the update, because a registration may change the credentialtype at the same time.
  const fitting =
    contentmodus &&
    protocol.options.map((each) => ({
      protocol: each,
      credentialtype: {
        in: credentialtype.options.filter((type) => fits({ protocol: each, credentialtype: type, contentmodus })),
      },
    }))
  const fittingToken = toegang.oauth2 ? { in: credentialtype.options.filter(leavesAuthorization) } : undefined
  return recordedTransaction(ctx, async (tx, record): Promise<ChangedAbonnement> => {
    const [row] = await tx.abonnement.updateManyAndReturn({
      where: { id, client, OR: fitting, credentialtype: fittingToken },
      data: { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig },
    })
    if (row) {
      const object = { soort: 'abonnement', id } as const
      if (secret && row.protocol === 'NATS') {
        await changeNatsSecret(ctx, tx, { abonnementId: id, secret })
        await record({ actor, handeling: 'geheim_wisselen', object })
      }
      if (row.protocol === 'HTTP' && examined.changes.length > 0) {
        await storeToegang(ctx, tx, { abonnementId: id, changes: examined.changes })
        await record({ actor, handeling: 'geheim_wisselen', object })
      }
      await record({ actor, handeling: 'abonnement_wijzigen', object })
      const toegangen = await tx.toegang.findMany({ where: { abonnementId: id }, ...WITH_TOEGANGEN.toegangen })
      return { ok: true, abonnement: toAbonnementResource({ ...row, toegangen }) }
    }
    const present = await tx.abonnement.findFirst({ where: { id, client }, select: { credentialtype: true } })
    if (!present) return { ok: false, reason: 'not_found' }
    const isTokenAllowed = !toegang.oauth2 || leavesAuthorization(present.credentialtype)
    return { ok: false, reason: isTokenAllowed ? 'contentmodus_not_allowed' : 'oauth2_not_allowed' }
  })
}
