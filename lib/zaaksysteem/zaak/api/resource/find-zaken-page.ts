import { NIL } from 'uuid'
import type { z } from 'zod'
import type { zakenPage } from '#lib/contract/zaak-resource.ts'
import { loadZaaktypen } from '../../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import type { Prisma } from '../../../generated/client.ts'
import { findIdsOfZaaktypen, findLastOfZaaktypen } from './find-ids-of-zaaktypen.ts'
import { toZaakResource, withStatussen } from './to-zaak-resource.ts'

type Ctx = Pick<ZaaksysteemContext, 'db' | 'pool' | 'once'>

/**
 * All zaken, or those of some zaaktypen, in order of uuid, as API clients page through them. The first page says which
 * zaak is the last one now.
 */
export async function findZakenPage(
  ctx: Ctx,
  { na, limiet, zaaktypen }: { na?: string | undefined; limiet: number; zaaktypen?: readonly string[] | undefined },
): Promise<z.infer<typeof zakenPage>> {
  const take = limiet + 1
  const where: Prisma.ZaakWhereInput = zaaktypen
    ? { id: { in: await findIdsOfZaaktypen(ctx, { zaaktypen, na: na ?? NIL, limiet: take }) } }
    : na
      ? { id: { gt: na } }
      : {}
  const rows = await ctx.db.zaak.findMany({ where, orderBy: { id: 'asc' }, take, include: withStatussen })
  const page = rows.slice(0, limiet)
  const zaaktypeOf = await loadZaaktypen(ctx, page)
  return {
    zaken: page.map((zaak) => toZaakResource(ctx, zaak, zaaktypeOf(zaak))),
    volgende: rows.length > limiet ? (page.at(-1)?.id ?? null) : null,
    ...(!na && { laatste: await findLaatste(ctx, zaaktypen) }),
  }
}

async function findLaatste(ctx: Ctx, zaaktypen: readonly string[] | undefined): Promise<string | null> {
  if (zaaktypen) return findLastOfZaaktypen(ctx, zaaktypen)
  const zaak = await ctx.db.zaak.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  return zaak?.id ?? null
}
