import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { compareZaaktypen } from './compare-zaaktypen.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from './zaaktype.ts'

type NextVersie = {
  identificatie: string
  /** the one that was changed: the newest, unless somebody else was first; 0 when there is no such zaaktype yet */
  versie: number
  gegevens: ZaaktypeGegevens
  /** `yyyy-mm-dd`, not before that of the version before it; today when absent */
  geldigVanaf?: string
  /** a beheerder, or who may run commands */
  actor: Actor
}

type Stored = { ok: true; versie: number } | { ok: false; reason: 'conflict' }

/**
 * Stores texts and terms as the next version, with which zaken begin from its day on. What an earlier version has keeps its code
 * and its order: events and zaken name those.
 */
export async function storeZaaktypeversie(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  next: NextVersie,
): Promise<Stored> {
  return recordedTransaction(ctx, async (tx, record) => {
    const { stored, regel } = await insertZaaktypeversie(tx, ctx, next)
    if (regel) await record(regel)
    return stored
  })
}

/** The same in a transaction of somebody else, with what is to be recorded of it. */
export async function insertZaaktypeversie(
  tx: Prisma.TransactionClient,
  { clock }: Pick<ZaaksysteemContext, 'clock'>,
  { identificatie, versie, gegevens, geldigVanaf, actor }: NextVersie,
) {
  const now = clock()
  const door = actor.soort === 'behandelaar' ? actor.id : null
  const before = await tx.zaaktypeversie.findUnique({ where: { identificatie_versie: { identificatie, versie } } })
  const inserted = await tx.$executeRaw`
    insert into zaaktypeversie (identificatie, versie, gegevens, geldig_vanaf, vastgelegd_op, vastgelegd_door_id)
    select ${identificatie}, ${versie + 1}, ${JSON.stringify(gegevens)}::jsonb, ${geldigVanaf ?? dateInAmsterdam(now)}::date,
      ${now}, ${door}::uuid
    where ${versie} = (select coalesce(max(versie), 0) from zaaktypeversie where identificatie = ${identificatie})
    on conflict do nothing`
  if (inserted === 0) return { stored: { ok: false, reason: 'conflict' } as const, regel: undefined }
  const handeling = versie === 0 ? ('zaaktype_toevoegen' as const) : ('zaaktype_wijzigen' as const)
  const wijzigingen = before ? compareZaaktypen(zaaktypeGegevens.parse(before.gegevens), gegevens) : undefined
  const regel = { actor, handeling, object: { soort: 'zaaktype', id: identificatie }, wijzigingen }
  return { stored: { ok: true, versie: versie + 1 } as const, regel }
}
