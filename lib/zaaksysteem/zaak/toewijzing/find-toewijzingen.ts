import { loadTeamnamen } from '../../catalogus/team/find-teams.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

export type ToewijzingRegel = Awaited<ReturnType<typeof findToewijzingen>>[number]

/** Returns the toewijzingen of a zaak since its registration, oldest first. */
export async function findToewijzingen(
  { db, pool }: Pick<ZaaksysteemContext, 'db' | 'pool'>,
  zaakId: string,
  lezer: Gerechtigde,
) {
  const rows = await db.toewijzing.findMany({
    where: { zaakId, zaak: zakenMet(lezer, 'lezen') },
    orderBy: [{ op: 'asc' }, { id: 'asc' }],
    include: { naarBehandelaar: { select: { naam: true } }, door: { select: { naam: true } } },
  })
  const teamnaamOf = await loadTeamnamen({ pool })
  return rows.map(({ id, naarBehandelaar, vanTeam, naarTeam, door, doorClient, bericht, op }) => ({
    id,
    /** null: to the team */
    naarNaam: naarBehandelaar?.naam ?? null,
    vanTeam: teamnaamOf(vanTeam),
    naarTeam: teamnaamOf(naarTeam),
    doorNaam: door?.naam ?? doorClient ?? '',
    bericht,
    op,
  }))
}
