import { type AbonnementCreated, newGeheim } from '#lib/contract/abonnement-resource.ts'
import { validGeheimen } from '../bron/bron.ts'
import { expectGeheim, expectNoGeheim } from '../bron/expect-geheim.ts'
import { findBron } from '../bron/find-bron.ts'
import { GEHEIM_OVERLAP_HOURS, storeGeheim } from '../bron/store-geheim.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Credentialtype } from '../generated/enums.ts'
import { type Answer, callZaaksysteem, type ZaaksysteemApi } from '../sync/call-zaaksysteem.ts'

/**
 * Stores the secret in the answer of the zaaksysteem, which shows it only once. When the answer has no secret and the
 * portal has lost its own, or with `renew`, asks for a new one.
 */
export async function keepGeheim(
  ctx: PublieksportaalContext,
  api: ZaaksysteemApi,
  options: { created: AbonnementCreated; path: string; credentialtype: Credentialtype; renew?: boolean },
): Promise<{ ok: true } | Exclude<Answer<never>, { ok: true }>> {
  const { created, path, credentialtype, renew = false } = options
  const { sinkcredential } = created
  if ('accesstoken' in sinkcredential || 'secret' in sinkcredential) {
    await storeGeheim(ctx, sinkcredential)
    return { ok: true }
  }
  const bron = await findBron(ctx)
  const hasOne = bron !== null && validGeheimen(ctx, bron, credentialtype).some(({ vervaltOp }) => vervaltOp === null)
  if (hasOne && !renew) {
    await expectNoGeheim(ctx)
    return { ok: true }
  }

  await expectGeheim(ctx)
  const body = { overlapUren: GEHEIM_OVERLAP_HOURS }
  const renewed = await callZaaksysteem(api, { path: `${path}/geheim`, body, schema: newGeheim })
  if (!renewed.ok) return renewed
  await storeGeheim(ctx, renewed.value.sinkcredential)
  return { ok: true }
}
