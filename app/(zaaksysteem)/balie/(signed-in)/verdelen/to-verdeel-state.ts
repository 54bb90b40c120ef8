import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import type { Uitkomst } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import type { VerdeelState } from './verdeel-state.ts'

/** What is told of each zaak: those that went well by their number, the others one by one. */
export function toVerdeelState(uitkomsten: Uitkomst[]): VerdeelState {
  const assigned = uitkomsten.filter(({ uitkomst }) => uitkomst === 'assigned')
  const unchanged = uitkomsten.filter(({ uitkomst }) => uitkomst === 'unchanged')
  const lines = uitkomsten.flatMap(({ uitkomst, identificatie, behandelaarNaam, team }) => {
    if (!(uitkomst in behandeling.uitkomst)) return []
    const why = behandeling.uitkomst[uitkomst as keyof typeof behandeling.uitkomst](behandelaarNaam, team)
    return uitkomsten.length > 1 && identificatie ? `${identificatie}: ${why}` : why
  })
  return {
    done: [
      ...(assigned[0] ? [behandeling.gelukt(assigned.length, assigned[0].behandelaarNaam)] : []),
      ...(unchanged[0] ? [behandeling.ongewijzigd(unchanged.length, unchanged[0].behandelaarNaam)] : []),
    ],
    refused: lines.length > 0 ? { title: behandeling.geweigerd(lines.length), lines } : undefined,
  }
}
