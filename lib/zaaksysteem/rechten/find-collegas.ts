import type { ZaaksysteemContext } from '../context.ts'

/** Returns everybody of these teams who ever signed in at the desk, by name. */
export async function findCollegas({ db }: Pick<ZaaksysteemContext, 'db'>, teams: string[]) {
  return db.behandelaar.findMany({
    where: { team: { in: teams } },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
    select: { id: true, naam: true, team: true, rollen: true },
  })
}
