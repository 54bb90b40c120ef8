import type { ZaaksysteemContext } from '../../context.ts'
import { laterBy, maxVerlenging } from '../../termijn/beslistermijn.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { type Act, performHandeling } from './perform-handeling.ts'
import { CLOSED, REASON_REQUIRED, type Rule, type Subject, TERM_PASSED } from './rules.ts'

export type Extension = Handeling & {
  /** by how many calendar days, from 1 */
  dagen: number
}

const RULES = [
  CLOSED,
  { reason: 'not_extendable', broken: ({ zaaktype }) => zaaktype.verlengingstermijn === null },
  { reason: 'extended_already', broken: ({ zaak }) => zaak.verlengd },
  {
    reason: 'too_long',
    broken: ({ zaaktype: { verlengingstermijn }, zaak: { startdatum }, input }) =>
      verlengingstermijn !== null && input.dagen > maxVerlenging(startdatum, verlengingstermijn),
  },
  TERM_PASSED,
  REASON_REQUIRED,
] as const satisfies Rule<string, Subject<Extension>>[]

export type ExtendRefusal = (typeof RULES)[number]['reason']

/** Verlengen: once, both dates, at most by the zaaktype's verlengingstermijn, before the fatale datum has passed. */
export const EXTEND: Act<Extension, ExtendRefusal> = {
  soort: 'verlenging',
  rules: RULES,
  next: ({ zaak, input }) => ({ ...laterBy(input.dagen, zaak), verlengd: true }),
}

export function extendZaak(ctx: ZaaksysteemContext, extension: Extension) {
  return performHandeling(ctx, extension, EXTEND)
}
