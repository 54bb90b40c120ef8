import { findZaaktype, labelOfResultaat, labelOfStatustype } from '../catalogus/catalogus.ts'
import type { Zaaktype } from '../catalogus/zaaktype.ts'
import type { Prisma, Zaak } from '../generated/client.ts'

/** What another behandelaar did after a form was shown; oldest first. */
export type Tussentijds = {
  statustypeOmschrijving: string
  resultaatOmschrijving: string | null
  toelichting: string | null
  doorNaam: string
  op: Date
}

export type Conflict = { ok: false; reason: 'conflict'; sindsdien: Tussentijds[] }

type LockedZaak = { ok: true; zaak: Zaak; zaaktype: Zaaktype }

/** Locks a zaak until the transaction ends, and proves that nobody changed it after `versie`. */
export async function lockZaak(
  tx: Prisma.TransactionClient,
  { zaakId, versie }: { zaakId: string; versie: number },
): Promise<LockedZaak | Conflict | { ok: false; reason: 'not_found' }> {
  await tx.$queryRaw`SELECT id FROM zaak WHERE id = ${zaakId}::uuid FOR UPDATE`
  const zaak = await tx.zaak.findUnique({ where: { id: zaakId } })
  if (!zaak) return { ok: false, reason: 'not_found' }
  const zaaktype = findZaaktype(zaak.zaaktype)
  if (zaak.versie === versie) return { ok: true, zaak, zaaktype }

  const later = await tx.status.findMany({
    where: { zaakId, versie: { gt: versie } },
    orderBy: { versie: 'asc' },
    include: { gezetDoor: { select: { naam: true } } },
  })
  const sindsdien = later.map((status) => ({
    statustypeOmschrijving: labelOfStatustype(zaaktype, status.statustype),
    resultaatOmschrijving: labelOfResultaat(zaaktype, status.resultaat),
    toelichting: status.statustoelichting,
    doorNaam: status.gezetDoor?.naam ?? status.gezetDoorClient ?? 'aanvraagformulier',
    op: status.datumStatusGezet,
  }))
  return { ok: false, reason: 'conflict', sindsdien }
}
