import type { ZaaksysteemContext } from '../../context.ts'

export type WerkvoorraadCount = { open: number; vanMij: number; afgehandeld: number }

/** The numbers beside the desk's menu. `vanMij` counts open zaken of this behandelaar. */
export async function countWerkvoorraad(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { behandelaarId }: { behandelaarId: string },
): Promise<WerkvoorraadCount> {
  const [count] = await db.$queryRaw<[WerkvoorraadCount]>`
    SELECT count(*) FILTER (WHERE einddatum IS NULL)::int AS open,
           count(*) FILTER (WHERE einddatum IS NULL AND behandelaar_id = ${behandelaarId}::uuid)::int AS "vanMij",
           count(*) FILTER (WHERE einddatum IS NOT NULL)::int AS afgehandeld
    FROM zaak`
  return count
}
