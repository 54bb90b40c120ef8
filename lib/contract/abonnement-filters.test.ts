import { expect, test } from 'vitest'
import { abonnementFilters } from './abonnement-filters.ts'

const one = { exact: { zaaktype: 'kapvergunning' } }
const nest = (depth: number): object => (depth === 1 ? one : { not: nest(depth - 1) })
const problems = (filters: unknown) =>
  abonnementFilters.safeParse(filters).error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ?? []

test.each([
  ['none', []],
  ['every simple dialect', [one, { prefix: { type: 'nl.overheid.' } }, { suffix: { subject: '0' } }]],
  [
    'an end, or a status',
    [{ any: [{ exact: { eindstatus: 'true' } }, { exact: { nieuweStatus: 'in_behandeling' } }] }],
  ],
  ['several attributes', [{ exact: { type: 'a', subject: 'b', zaaktype: 'c' } }]],
  ['filters in filters', [{ all: [one, { any: [one] }] }, { not: one }]],
  ['five deep', [nest(5)]],
  ['twenty', [{ any: Array(18).fill(one) }, one]],
])('accepts %s', (_name, filters) => {
  expect(abonnementFilters.parse(filters)).toEqual(filters)
})

test.each([
  ['no list', one, ': Invalid input: expected array, received object'],
  ['an unknown dialect', [{ sql: 'true' }], '0: The dialects are exact, prefix, suffix, all, any and not.'],
  [
    'an unknown dialect inside',
    [{ not: { sql: '' } }],
    '0/not: The dialects are exact, prefix, suffix, all, any and not.',
  ],
  ['another case', [{ Exact: { type: 'a' } }], '0: The dialects are exact, prefix, suffix, all, any and not.'],
  ['no dialect', [{}], '0: A filter has exactly one dialect.'],
  ['two dialects', [{ ...one, not: one }], '0: A filter has exactly one dialect.'],
  [
    'an unknown attribute',
    [{ exact: { bsn: '1' } }],
    '0/exact: Filter on type, subject, zaaktype, nieuweStatus or eindstatus.',
  ],
  [
    'an empty attribute name',
    [{ exact: { '': '1' } }],
    '0/exact: Filter on type, subject, zaaktype, nieuweStatus or eindstatus.',
  ],
  [
    'no attribute',
    [{ prefix: {} }],
    '0/prefix: Name at least one of type, subject, zaaktype, nieuweStatus and eindstatus.',
  ],
  [
    'an end that is not reached',
    [{ exact: { eindstatus: 'false' } }],
    '0/exact/eindstatus: eindstatus must be the text true; for other events use not.',
  ],
  ['an empty value', [{ exact: { type: '' } }], '0/exact/type: A value must not be empty.'],
  [
    'NUL',
    [{ exact: { type: 'a\0' } }],
    '0/exact/type: Control characters, line ends, direction overrides and lone surrogates are not allowed.',
  ],
  [
    'half a character',
    [{ exact: { type: '\ud800' } }],
    '0/exact/type: Control characters, line ends, direction overrides and lone surrogates are not allowed.',
  ],
  ['all of nothing', [{ all: [] }], '0/all: Give at least one filter.'],
  ['any of nothing', [{ any: [] }], '0/any: Give at least one filter.'],
  ['six deep', [nest(6)], '0/not/not/not/not/not: Filters nest at most 5 deep.'],
  ['thousands deep', [nest(2000)], '0/not/not/not/not/not: Filters nest at most 5 deep.'],
  ['twenty-one', [{ any: Array(19).fill(one) }, one], ': Give at most 20 filters.'],
])('refuses %s', (_name, filters, problem) => {
  expect(problems(filters)).toContain(problem)
})
