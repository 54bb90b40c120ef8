import { recordedTransaction, type TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Importregel } from '../import/read-catalogus.ts'
import type { ZaaktypeGegevens } from '../zaaktype.ts'

type NewConcept = {
  identificatie: string
  /** the version that it changes; 0 when there is none yet */
  versie: number
  /** the bewerking of the concept that the page showed; 0 without one */
  bewerking: number
  gegevens: ZaaktypeGegevens
  /** a beheerder */
  actor: TracedActor
  /** set for an import, which leaves fields to be filled in */
  importverslag?: readonly Importregel[]
}

/** Saves the concept. A conflict when a colleague saved first, or `versie` is no longer the newest. */
export async function saveConcept(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { identificatie, versie, bewerking, gegevens, actor, importverslag }: NewConcept,
): Promise<{ ok: true } | { ok: false; reason: 'conflict' }> {
  return recordedTransaction(ctx, async (tx, record) => {
    const saved = await tx.$executeRaw`
      insert into zaaktypeconcept as concept
        (identificatie, versie, bewerking, gegevens, volledig, importverslag, gewijzigd_op, gewijzigd_door_id)
      select ${identificatie}, ${versie}, 1, ${JSON.stringify(gegevens)}::jsonb, ${!importverslag},
        ${importverslag ? JSON.stringify(importverslag) : null}::jsonb, ${ctx.clock()}, ${actor.id}::uuid
      where ${versie} = (select coalesce(max(versie), 0) from zaaktypeversie where identificatie = ${identificatie})
        and (${bewerking} = 0 or exists (select from zaaktypeconcept where identificatie = ${identificatie}))
      on conflict (identificatie) do update
      set bewerking = concept.bewerking + 1, gegevens = excluded.gegevens, volledig = excluded.volledig,
        gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door_id = excluded.gewijzigd_door_id
      where concept.bewerking = ${bewerking} and concept.versie = excluded.versie`
    if (saved === 0) return { ok: false, reason: 'conflict' }
    const handeling = importverslag ? 'zaaktype_importeren' : 'zaaktypeconcept_bewaren'
    await record({ actor, handeling, object: { soort: 'zaaktype', id: identificatie } })
    return { ok: true }
  })
}
