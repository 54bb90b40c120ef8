import { dateInAmsterdam, isoDate } from '#lib/platform/calendar.ts'
import { recordedTransaction, type TracedActor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { compareZaaktypen, largeTermChanges } from './compare-zaaktypen.ts'
import type { Importregel } from './import/read-catalogus.ts'
import { insertZaaktypeversie } from './store-zaaktypeversie.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from './zaaktype.ts'

export type Concept = NonNullable<Awaited<ReturnType<typeof findConcept>>>

/** Returns the concept of the next version of a zaaktype; `undefined` without one. */
export async function findConcept({ db }: Pick<ZaaksysteemContext, 'db'>, identificatie: string) {
  const row = await db.zaaktypeconcept.findUnique({
    where: { identificatie },
    include: { gewijzigdDoor: { select: { naam: true } } },
  })
  if (!row) return undefined
  const { gewijzigdDoor, gewijzigdDoorId: _, gegevens, importverslag, ...concept } = row
  return {
    ...concept,
    gegevens: zaaktypeGegevens.parse(gegevens),
    importverslag: importverslag as Importregel[] | null,
    doorNaam: gewijzigdDoor.naam,
  }
}

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

/**
 * The reason why a concept cannot become a version:
 * - `conflict`: a colleague changed or discarded it
 * - `incomplete`: it was imported, and has empty fields
 * - `begins_in_past`: aanvragen since that day were handled by another version
 * - `begins_before_planned`: a planned version begins later and does not have its changes
 * - `large_term_change`: a term changes by more than half, without a confirmation
 */
type PublishRefusal = 'conflict' | 'incomplete' | 'begins_in_past' | 'begins_before_planned' | 'large_term_change'

type Publication = {
  identificatie: string
  /** the bewerking of the concept that the page showed */
  bewerking: number
  /** the first day on which an aanvraag gets it, `yyyy-mm-dd` */
  geldigVanaf: string
  /** true when large changes of terms were confirmed */
  bevestigd: boolean
  /** a beheerder */
  actor: TracedActor
}

/**
 * Makes the concept the next version, from a day on. Earlier aanvragen and running zaken keep their version.
 */
export async function publishConcept(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { identificatie, bewerking, geldigVanaf, bevestigd, actor }: Publication,
): Promise<{ ok: true; versie: number } | { ok: false; reason: PublishRefusal }> {
  return recordedTransaction(ctx, async (tx, record) => {
    await tx.$queryRaw`select from zaaktypeconcept where identificatie = ${identificatie} for update`
    const concept = await tx.zaaktypeconcept.findUnique({ where: { identificatie } })
    if (concept?.bewerking !== bewerking) return { ok: false, reason: 'conflict' }
    const newest = await tx.zaaktypeversie.findFirst({ where: { identificatie }, orderBy: { versie: 'desc' } })
    const gegevens = zaaktypeGegevens.parse(concept.gegevens)

    if (!concept.volledig) return { ok: false, reason: 'incomplete' }
    if (geldigVanaf < dateInAmsterdam(ctx.clock())) return { ok: false, reason: 'begins_in_past' }
    if (newest && geldigVanaf < isoDate(newest.geldigVanaf)) return { ok: false, reason: 'begins_before_planned' }
    if (newest && !bevestigd) {
      const before = zaaktypeGegevens.parse(newest.gegevens)
      if (largeTermChanges(before, compareZaaktypen(before, gegevens)).length > 0) {
        return { ok: false, reason: 'large_term_change' }
      }
    }

    const { versie } = concept
    const { stored, regel } = await insertZaaktypeversie(tx, ctx, {
      identificatie,
      versie,
      gegevens,
      geldigVanaf,
      actor,
    })
    if (!regel) return stored
    await tx.zaaktypeconcept.delete({ where: { identificatie } })
    await record(regel)
    return stored
  })
}

/** Deletes the concept of the next version, unless it changed after the page showed it. */
export async function discardConcept(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { identificatie, bewerking, actor }: { identificatie: string; bewerking: number; actor: TracedActor },
): Promise<void> {
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.zaaktypeconcept.deleteMany({ where: { identificatie, bewerking } })
    const object = { soort: 'zaaktype', id: identificatie }
    if (count > 0) await record({ actor, handeling: 'zaaktypeconcept_weggooien', object })
  })
}
