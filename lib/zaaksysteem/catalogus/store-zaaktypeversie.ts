import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { compareZaaktypen } from './compare-zaaktypen.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from './zaaktype.ts'

type NextVersie = {
  identificatie: string
  /** the newest version, which this one changes; 0 when the zaaktype does not exist yet */
  versie: number
  gegevens: ZaaktypeGegevens
  /** `yyyy-mm-dd`, not before that of the previous version; today when absent */
  geldigVanaf?: string
  /** a beheerder, or a command */
  actor: Actor
}

type Stored = { ok: true; versie: number } | { ok: false; reason: 'conflict' }

/**
 * Stores texts and terms as the next version, with which zaken begin from its day on. Earlier statussen and
 * resultaten keep their code and order, because events and zaken refer to them.
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

/** Like `storeZaaktypeversie`, in the transaction of the caller. Returns the auditregel to record. */
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
