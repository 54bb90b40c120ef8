import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ZaaktypeGegevens } from './zaaktype.ts'

type NextVersie = {
  identificatie: string
  /** the one that was changed: the newest, unless somebody else was first */
  versie: number
  gegevens: ZaaktypeGegevens
  /** a beheerder */
  actor: Actor
}

/** Stores changed texts and terms as the next version, with which zaken begin from now on. */
export async function storeZaaktypeversie(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { identificatie, versie, gegevens, actor }: NextVersie,
): Promise<{ ok: true; versie: number } | { ok: false; reason: 'conflict' }> {
  return recordedTransaction(ctx, async (tx, record) => {
    const stored = await tx.$executeRaw`
      insert into zaaktypeversie (identificatie, versie, gegevens, vastgelegd_op, vastgelegd_door_id)
      select ${identificatie}, ${versie + 1}, ${JSON.stringify(gegevens)}::jsonb, ${ctx.clock()}, ${actor.id}::uuid
      where ${versie} = (select max(versie) from zaaktypeversie where identificatie = ${identificatie})
      on conflict do nothing`
    if (stored === 0) return { ok: false, reason: 'conflict' }
    await record({ actor, handeling: 'zaaktype_wijzigen', object: { soort: 'zaaktype', id: identificatie } })
    return { ok: true, versie: versie + 1 }
  })
}
