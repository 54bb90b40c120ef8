import type { z } from 'zod'
import type { zakenPage } from '#lib/contract/zaak-resource.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { toZaakResource, withStatussen } from './to-zaak-resource.ts'

/** All zaken of these zaaktypen in order of uuid, as API clients page through them. The first page says which zaak is the last one now. */
export async function findZakenPage(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { na, limiet, zaaktypen }: { na?: string | undefined; limiet: number; zaaktypen?: readonly string[] | undefined },
): Promise<z.infer<typeof zakenPage>> {
  const ofZaaktypen: Prisma.ZaakWhereInput = zaaktypen ? { zaaktype: { in: [...zaaktypen] } } : {}
  const rows = await db.zaak.findMany({
    where: { ...ofZaaktypen, ...(na && { id: { gt: na } }) },
    orderBy: { id: 'asc' },
    take: limiet + 1,
    include: withStatussen,
  })
  const page = rows.slice(0, limiet)
  return {
    zaken: page.map(toZaakResource),
    volgende: rows.length > limiet ? (page.at(-1)?.id ?? null) : null,
    ...(!na && { laatste: await findLaatste(db, ofZaaktypen) }),
  }
}

async function findLaatste(db: ZaaksysteemContext['db'], where: Prisma.ZaakWhereInput): Promise<string | null> {
  const zaak = await db.zaak.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } })
  return zaak?.id ?? null
}
