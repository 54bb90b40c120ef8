import type { ZaaksysteemContext } from '../../context.ts'

export type WerkvoorraadCount = { open: number; vanMij: number; afgehandeld: number }

/** The numbers beside the desk's menu. `vanMij` counts open zaken of this behandelaar. */
export async function countWerkvoorraad(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { behandelaarId }: { behandelaarId: string },
): Promise<WerkvoorraadCount> {
  const [count] = await db.$queryRaw<[WerkvoorraadCount]>`
    select count(*) filter (where einddatum is null)::int as open,
           count(*) filter (where einddatum is null and behandelaar_id = ${behandelaarId}::uuid)::int as "vanMij",
           count(*) filter (where einddatum is not null)::int as afgehandeld
    from zaak`
  return count
}
