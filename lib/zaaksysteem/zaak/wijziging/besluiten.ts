import type { Rechtsmiddel, Vervalreden } from '../../generated/client.ts'

/** A besluit as an act writes it. Dates are `yyyy-mm-dd`. */
export type Besluit = {
  id: string
  /** code of a resultaattype */
  besluittype: string
  rechtsmiddel: Rechtsmiddel
  /** dagtekening */
  datum: string
  /** null for a verlening van rechtswege that is not made known yet */
  bekendmakingsdatum: string | null
  /** for beroep: the day on which it was laid ter inzage */
  terinzagedatum: string | null
  ingangsdatum: string
  /** the first day on which it is no longer in force */
  vervaldatum: string | null
  vervalreden: Vervalreden | null
  vervangenDoor: string | null
  /** dagtekening and bekendmaking of the intrekking */
  intrekkingsdatum: string | null
  intrekkingBekendOp: string | null
  /** true when the law granted it, because nobody decided in time (Awb 4:20b) */
  vanRechtswege: boolean
}

/** A besluit as it is since a versie of its zaak. */
export type BesluitAtVersie = Besluit & { versie: number }

const COLUMNS: Record<keyof Besluit, { column: string; type: string }> = {
  id: { column: 'id', type: 'uuid' },
  besluittype: { column: 'besluittype', type: 'text' },
  rechtsmiddel: { column: 'rechtsmiddel', type: 'rechtsmiddel' },
  datum: { column: 'datum', type: 'date' },
  bekendmakingsdatum: { column: 'bekendmakingsdatum', type: 'date' },
  terinzagedatum: { column: 'terinzagedatum', type: 'date' },
  ingangsdatum: { column: 'ingangsdatum', type: 'date' },
  vervaldatum: { column: 'vervaldatum', type: 'date' },
  vervalreden: { column: 'vervalreden', type: 'vervalreden' },
  vervangenDoor: { column: 'vervangen_door', type: 'uuid' },
  intrekkingsdatum: { column: 'intrekkingsdatum', type: 'date' },
  intrekkingBekendOp: { column: 'intrekking_bekend_op', type: 'date' },
  vanRechtswege: { column: 'van_rechtswege', type: 'boolean' },
}

const columns = Object.entries(COLUMNS)
const asJson = columns.map(([name, { column }]) => `'${name}', besluit.${column}`).join(', ')

/** Selects all versions of the besluiten of a row of `zaak`, oldest first. */
export const SELECT_BESLUITEN = `coalesce((
    select json_agg(json_build_object('versie', besluit.versie, ${asJson}) order by besluit.versie, besluit.id)
    from besluit where zaak_id = zaak.id
  ), '[]')`

/** The part of the statement of acts that writes besluiten. */
export const INSERT_BESLUITEN = `
  insert into besluit (zaak_id, versie, ${columns.map(([, { column }]) => column).join(', ')})
  select changed.id, changed.versie, ${columns.map(([name]) => `made."${name}"`).join(', ')}
  from changed cross join jsonb_to_recordset(changed.besluiten)
    as made (${columns.map(([name, { type }]) => `"${name}" ${type}`).join(', ')})`

/** A besluit withdrawn as a mistake does not count. */
type Genomen = BesluitAtVersie & { vervalreden: Exclude<Vervalreden, 'vergissing'> | null }
const isGenomen = (row: BesluitAtVersie): row is Genomen => row.vervalreden !== 'vergissing'

/** Returns the besluiten of a zaak at a versie, or now, oldest first. */
export function besluitenAt(rows: readonly BesluitAtVersie[], versie: number = Number.POSITIVE_INFINITY): Genomen[] {
  const newest = new Map<string, BesluitAtVersie>()
  for (const row of rows) if (row.versie <= versie) newest.set(row.id, row)
  return [...newest.values()].filter(isGenomen)
}

/** Returns the day of the first bekendmaking, also of a besluit that has ended; null without one. */
export function bekendOp(rows: readonly BesluitAtVersie[]): string | null {
  return (
    besluitenAt(rows)
      .flatMap(({ bekendmakingsdatum }) => bekendmakingsdatum ?? [])
      .sort()[0] ?? null
  )
}

/** Returns the changes of besluiten that undo the act of `versie`. */
export function takenBack(rows: readonly BesluitAtVersie[], versie: number): Besluit[] {
  const before = new Map(besluitenAt(rows, versie - 1).map((besluit) => [besluit.id, besluit]))
  return rows
    .filter((row) => row.versie === versie)
    .map(({ versie: _, ...made }) => {
      const { versie: __, ...was } = before.get(made.id) ?? { ...made, versie, vervalreden: 'vergissing' as const }
      return was
    })
}
