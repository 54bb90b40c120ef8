import { findZaaktype, labelOfResultaat, labelOfStatustype } from '../catalogus/catalogus.ts'
import type { Zaaktype } from '../catalogus/zaaktype.ts'
import type { Prisma, Zaak } from '../generated/client.ts'

/** A change that was made after a form was shown. */
export type Tussentijds = {
  statustypeOmschrijving: string
  resultaatOmschrijving: string | null
  toelichting: string | null
  doorNaam: string
  op: Date
}

export type Conflict = { ok: false; reason: 'conflict'; sindsdien: Tussentijds[] }

type ZaakAtVersie = { ok: true; zaak: Zaak; zaaktype: Zaaktype }

/** Reads a zaak that was not changed after `versie`. It is not locked: `applyChange` checks the versie again. */
export async function findZaakAtVersie(
  tx: Prisma.TransactionClient,
  { zaakId, versie }: { zaakId: string; versie: number },
): Promise<ZaakAtVersie | Conflict | { ok: false; reason: 'not_found' }> {
  const zaak = await tx.zaak.findUnique({ where: { id: zaakId } })
  if (!zaak) return { ok: false, reason: 'not_found' }
  if (zaak.versie !== versie) return findConflict(tx, { zaak, versie })
  return { ok: true, zaak, zaaktype: findZaaktype(zaak.zaaktype) }
}

/** What happened to a zaak after `versie`, oldest first. */
export async function findConflict(
  tx: Prisma.TransactionClient,
  { zaak, versie }: { zaak: Pick<Zaak, 'id' | 'zaaktype'>; versie: number },
): Promise<Conflict> {
  const zaaktype = findZaaktype(zaak.zaaktype)
  const later = await tx.status.findMany({
    where: { zaakId: zaak.id, versie: { gt: versie } },
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
