import type { z } from 'zod'
import type { zakenPage } from '#lib/contract/zaak-resource.ts'
import { loadZaaktypen } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { toZaakResource, withStatussen } from './to-zaak-resource.ts'

/**
 * All zaken, or those of some zaaktypen, in order of uuid, as API clients page through them. The first page says which
 * zaak is the last one now.
 */
export async function findZakenPage(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool'>,
  { na, limiet, zaaktypen }: { na?: string | undefined; limiet: number; zaaktypen?: readonly string[] | undefined },
): Promise<z.infer<typeof zakenPage>> {
  const ofZaaktypen: Prisma.ZaakWhereInput = zaaktypen ? { zaaktype: { in: [...zaaktypen] } } : {}
  const rows = await ctx.db.zaak.findMany({
    where: { ...ofZaaktypen, ...(na && { id: { gt: na } }) },
    orderBy: { id: 'asc' },
    take: limiet + 1,
    include: withStatussen,
  })
  const page = rows.slice(0, limiet)
  const zaaktypeOf = await loadZaaktypen(ctx, page)
  return {
    zaken: page.map((zaak) => toZaakResource(zaak, zaaktypeOf(zaak))),
    volgende: rows.length > limiet ? (page.at(-1)?.id ?? null) : null,
    ...(!na && { laatste: await findLaatste(ctx.db, ofZaaktypen) }),
  }
}

async function findLaatste(db: ZaaksysteemContext['db'], where: Prisma.ZaakWhereInput): Promise<string | null> {
  const zaak = await db.zaak.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } })
  return zaak?.id ?? null
}
