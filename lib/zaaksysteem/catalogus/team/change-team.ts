import { recordedTransaction, type TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'

type Ctx = Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>

/** `taken`: the name or code of another team. */
type Changed = { ok: true } | { ok: false; reason: 'taken' | 'not_found' | 'has_zaken' | 'has_zaaktypen' }

/** Adds a team. Its first name is its code, which the identity provider and API clients use forever. */
export function addTeam(ctx: Ctx, { naam, actor }: { naam: string; actor: TracedActor }): Promise<Changed> {
  return recordedTransaction(ctx, async (tx, record) => {
    const added = await tx.$executeRaw`
      insert into team (code, naam) select ${naam}, ${naam}
      where not exists (select from team where naam = ${naam} or code = ${naam}) on conflict do nothing`
    if (added === 0) return { ok: false, reason: 'taken' }
    await record({ actor, handeling: 'team_toevoegen', object: { soort: 'team', id: naam } })
    return { ok: true }
  })
}

/** Renames a team for everybody. A receiver gets the new name with the next change of a zaak. */
export function renameTeam(
  ctx: Ctx,
  { code, naam, actor }: { code: string; naam: string; actor: TracedActor },
): Promise<Changed> {
  return recordedTransaction(ctx, async (tx, record) => {
    await tx.$queryRaw`select from team order by code for update`
    const team = await tx.team.findUnique({ where: { code } })
    if (!team) return { ok: false, reason: 'not_found' }
    if (team.naam === naam) return { ok: true }
    const other = await tx.team.findFirst({ where: { code: { not: code }, OR: [{ naam }, { code: naam }] } })
    if (other) return { ok: false, reason: 'taken' }
    await tx.team.update({ where: { code }, data: { naam } })
    const wijzigingen = [{ veld: ['naam'], van: team.naam, naar: naam }]
    await record({ actor, handeling: 'team_hernoemen', object: { soort: 'team', id: code }, wijzigingen })
    return { ok: true }
  })
}

/**
 * Ends a team, so that it gets no more zaken, or reverses that. Refused while it has open zaken, or a
 * zaaktype assigns it new ones. Its closed zaken keep its name.
 */
export function endTeam(
  ctx: Ctx,
  { code, beeindigd, actor }: { code: string; beeindigd: boolean; actor: TracedActor },
): Promise<Changed> {
  return recordedTransaction(ctx, async (tx, record) => {
    const [team] = await tx.$queryRaw<{ open: boolean; gives: boolean }[]>`
      select exists (select from zaak where team = code and einddatum is null) as open, exists (
          select from zaaktypeversie as newest where gegevens ->> 'team' = code and not exists (
            select from zaaktypeversie as later
            where later.identificatie = newest.identificatie and later.versie > newest.versie and later.geldig_vanaf <= greatest(${ctx.clock()}::date, newest.geldig_vanaf)
          )
        ) as gives
      from team where code = ${code} and (beeindigd_op is null) = ${beeindigd} for update`
    if (!team) return { ok: false, reason: 'not_found' }
    if (beeindigd && team.open) return { ok: false, reason: 'has_zaken' }
    if (beeindigd && team.gives) return { ok: false, reason: 'has_zaaktypen' }
    await tx.team.update({ where: { code }, data: { beeindigdOp: beeindigd ? ctx.clock() : null } })
    const handeling = beeindigd ? 'team_beeindigen' : 'team_hervatten'
    await record({ actor, handeling, object: { soort: 'team', id: code } })
    return { ok: true }
  })
}
