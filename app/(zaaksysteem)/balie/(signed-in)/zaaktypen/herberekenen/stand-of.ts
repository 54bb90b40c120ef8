import type { herberekenen } from '#lib/ui/texts/balie/beheer/herberekenen.ts'
import type { Herberekening } from '#lib/zaaksysteem/zaak/herberekening/find-herberekeningen.ts'

export function standOf({
  gevondenOp,
  gestartOp,
  klaarOp,
  gevonden,
}: Pick<Herberekening, 'gevondenOp' | 'gestartOp' | 'klaarOp' | 'gevonden'>): keyof typeof herberekenen.stand {
  if (klaarOp) return 'klaar'
  if (gestartOp) return 'bezig'
  if (!gevondenOp) return 'zoekt'
  return gevonden > 0 ? 'gevonden' : 'niets'
}
