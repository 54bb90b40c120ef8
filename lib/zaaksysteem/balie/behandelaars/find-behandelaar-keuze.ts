import type { ZaaksysteemContext } from '../../context.ts'

/** Everybody to whom a zaak can be given, by name. */
export function findBehandelaarKeuze({
  db,
}: Pick<ZaaksysteemContext, 'db'>): Promise<{ id: string; naam: string; team: string }[]> {
  return db.behandelaar.findMany({
    select: { id: true, naam: true, team: true },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
  })
}
