import type { ZaaksysteemContext } from '../context.ts'

type Ctx = Pick<ZaaksysteemContext, 'db'>
type Behandelaar = { id: string }

/** Returns the names of the columns that the lists of zaken leave out for this behandelaar. */
export async function findVerborgenKolommen({ db }: Ctx, { id }: Behandelaar): Promise<string[]> {
  return (await db.behandelaar.findUniqueOrThrow({ where: { id } })).verborgenKolommen
}

/** Hides and shows columns of one list; a column that only other lists have stays as it was. */
export async function setVerborgenKolommen(
  ctx: Ctx,
  { id }: Behandelaar,
  { getoond, verborgen }: { getoond: readonly string[]; verborgen: readonly string[] },
): Promise<void> {
  const before = await findVerborgenKolommen(ctx, { id })
  const kept = before.filter((name) => !getoond.includes(name) && !verborgen.includes(name))
  await ctx.db.behandelaar.update({ where: { id }, data: { verborgenKolommen: [...kept, ...verborgen] } })
}
