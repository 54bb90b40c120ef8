import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ZaaktypeGegevens } from './zaaktype.ts'

type NextVersie = {
  identificatie: string
  /** the one that was changed: the newest, unless somebody else was first; 0 when there is no such zaaktype yet */
  versie: number
  gegevens: ZaaktypeGegevens
  /** a beheerder, or who may run commands */
  actor: Actor
}

/**
 * Stores texts and terms as the next version, with which zaken begin from now on. What an earlier version has keeps its code
 * and its order: events and zaken name those.
 */
export async function storeZaaktypeversie(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { identificatie, versie, gegevens, actor }: NextVersie,
): Promise<{ ok: true; versie: number } | { ok: false; reason: 'conflict' }> {
  const door = actor.soort === 'behandelaar' ? actor.id : null
  const handeling = versie === 0 ? 'zaaktype_toevoegen' : 'zaaktype_wijzigen'
  return recordedTransaction(ctx, async (tx, record) => {
    const stored = await tx.$executeRaw`
      insert into zaaktypeversie (identificatie, versie, gegevens, vastgelegd_op, vastgelegd_door_id)
      select ${identificatie}, ${versie + 1}, ${JSON.stringify(gegevens)}::jsonb, ${ctx.clock()}, ${door}::uuid
      where ${versie} = (select coalesce(max(versie), 0) from zaaktypeversie where identificatie = ${identificatie})
      on conflict do nothing`
    if (stored === 0) return { ok: false, reason: 'conflict' }
    await record({ actor, handeling, object: { soort: 'zaaktype', id: identificatie } })
    return { ok: true, versie: versie + 1 }
  })
}
