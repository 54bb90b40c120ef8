import { v7 } from 'uuid'
import type { ZaaksysteemContext } from '../../context.ts'
import { applyStatement, type Handeling } from '../wijziging/apply-change.ts'
import { performHandeling } from './perform-handeling.ts'
import { CLOSED, type Rule, SUSPENDED_ALREADY, type Subject, TERM_PASSED } from './rules.ts'

export type Aanvullingsverzoek = Handeling & {
  /** the last day to send it, `yyyy-mm-dd` */
  uiterlijk: string
  /** at least one */
  aanvullingen: {
    /** at most 80 characters */
    naam: string
    /** at most 500 characters */
    toelichting?: string | undefined
    /** page of the municipality with a form for it */
    formulier?: string | undefined
  }[]
}

export const RULES = [
  CLOSED,
  SUSPENDED_ALREADY,
  TERM_PASSED,
  { reason: 'last_day_not_ahead', broken: ({ input, today }) => input.uiterlijk <= today },
] as const satisfies Rule<string, Subject<Aanvullingsverzoek>>[]

export type AanvullingsverzoekRefusal = (typeof RULES)[number]['reason']

const REQUEST = applyStatement('request-aanvulling', {
  requested: `
    insert into aanvulling (id, zaak_id, versie, volgnummer, naam, toelichting, formulier)
    select asked.id, changed.id, changed.versie, asked.volgnummer, asked.naam, asked.toelichting, asked.formulier
    from changed cross join jsonb_to_recordset($18::jsonb)
      as asked (id uuid, volgnummer int, naam text, toelichting text, formulier text)`,
})

/** Aanvulling vragen (Awb 4:5): the term stands still from tomorrow until all has come, or the last day passes. */
export function requestAanvulling(ctx: ZaaksysteemContext, verzoek: Aanvullingsverzoek) {
  const asked = verzoek.aanvullingen.map((aanvulling, index) => ({ id: v7(), volgnummer: index + 1, ...aanvulling }))
  return performHandeling(ctx, verzoek, {
    soort: 'aanvullingsverzoek',
    rules: RULES,
    next: ({ input, today }) => ({
      opschorting: 'aanvulling',
      opgeschortOp: today,
      opgeschortTot: input.uiterlijk,
    }),
    also: { statement: REQUEST, values: [JSON.stringify(asked)] },
  })
}
