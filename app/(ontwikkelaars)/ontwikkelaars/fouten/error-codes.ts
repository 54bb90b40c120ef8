import { PART_CODES } from '#lib/platform/http/read-json-request.ts'
import { TOEGANG_FAULTS } from '#lib/zaaksysteem/abonnement/api/abonnement-operations.ts'
import { parameterCode, QUERY_CODES } from '#lib/zaaksysteem/api/query-invalid.ts'
import { NAME_CODES } from '#lib/zaaksysteem/catalogus/unknown-names.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { REGISTRATION_REFUSALS } from '#lib/zaaksysteem/zaak/api/zaak-registreren.ts'

/** The codes of the schemas' refinements, with their explanation. */
const REFINED = {
  bsn_invalid: 'These digits are not a BSN.',
  header_not_allowed: 'This header is reserved for proxies.',
  header_repeated: 'A header occurs twice.',
  dialect_not_one: 'A filter has exactly one dialect.',
}

const parameters = new Set(
  OPERATIONS.flatMap(({ query, describedQuery }) => Object.keys((describedQuery ?? query)?.shape ?? {})),
)

const OF_PROBLEM: Record<string, Record<string, string | { detail: string }>> = {
  request_invalid: { ...PART_CODES, ...REFINED },
  query_invalid: {
    ...QUERY_CODES,
    ...Object.fromEntries([...parameters].map((name) => [parameterCode(name), `The value of ${name} is invalid.`])),
  },
  name_unknown: NAME_CODES,
  toegang_invalid: TOEGANG_FAULTS,
  registration_refused: REGISTRATION_REFUSALS,
}

/** The codes in `errors` besides the problem's own code, by problem. */
export const ERROR_CODES = Object.entries(OF_PROBLEM).flatMap(([problem, codes]) =>
  Object.entries(codes).map(([code, told]) => ({
    problem,
    code,
    detail: typeof told === 'string' ? told : told.detail,
  })),
)
