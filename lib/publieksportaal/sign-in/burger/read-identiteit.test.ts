import { expect, test } from 'vitest'
import { readIdentiteit } from './read-identiteit.ts'

const BSN = '999990342'
const VADER = '999992004'
const KVK = '90000001'
const ZELF = 'bsn'
const AANVRAGER = 'aanvrager.bsn'
const GEMACHTIGDE = 'gemachtigde.bsn'
const LEGAL = 'urn:etoegang:core:LegalSubjectID'
const ACTING = 'urn:etoegang:core:ActingSubjectID'
const VESTIGING = 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'

const NAMES = {
  PUBLIEKSPORTAAL_OIDC_BSN_CLAIM: ZELF,
  PUBLIEKSPORTAAL_OIDC_AANVRAGER_BSN_CLAIM: AANVRAGER,
  PUBLIEKSPORTAAL_OIDC_GEMACHTIGDE_BSN_CLAIM: GEMACHTIGDE,
  PUBLIEKSPORTAAL_OIDC_KVK_CLAIM: LEGAL,
  PUBLIEKSPORTAAL_OIDC_VESTIGING_CLAIM: VESTIGING,
  PUBLIEKSPORTAAL_OIDC_PSEUDONIEM_CLAIM: ACTING,
}

const read = (claims: Record<string, unknown>) => readIdentiteit(NAMES, { sub: 'x', ...claims })
const fout = (claims: Record<string, unknown>) => {
  const found = read(claims)
  return found.ok ? 'ok' : found.fout
}

test('a citizen signs in for himself', () => {
  expect(read({ [ZELF]: BSN })).toEqual({ ok: true, ingelogde: { initiator: { bsn: BSN }, gemachtigde: null } })
})

test.each([
  ['beside each other', { [AANVRAGER]: VADER, [GEMACHTIGDE]: BSN }],
  ['as members', { aanvrager: { bsn: VADER }, gemachtigde: { bsn: BSN } }],
  ['with his own BSN as well', { [AANVRAGER]: VADER, [GEMACHTIGDE]: BSN, bsn: BSN }],
  ['with that of the other as well', { [AANVRAGER]: VADER, [GEMACHTIGDE]: BSN, bsn: VADER }],
  ['with nothing where a company would be', { [AANVRAGER]: VADER, [GEMACHTIGDE]: BSN, [LEGAL]: null }],
])('a gemachtigde signs in for another, the two claims %s', (_, claims) => {
  const ingelogde = { initiator: { bsn: VADER }, gemachtigde: BSN }
  expect(read(claims)).toEqual({ ok: true, ingelogde })
})

test('somebody signs in for a company, or for one vestiging of it', () => {
  const gemachtigde = 'eherkenning:4B75A0C3@8D7A'
  const claims = { [LEGAL]: KVK, [ACTING]: '4B75A0C3@8D7A' }
  expect(read(claims)).toEqual({ ok: true, ingelogde: { initiator: { kvkNummer: KVK }, gemachtigde } })
  const initiator = { kvkNummer: KVK, vestigingsnummer: '000090000001' }
  expect(read({ ...claims, [VESTIGING]: '000090000001' })).toEqual({ ok: true, ingelogde: { initiator, gemachtigde } })
})

test.each([
  ['an invalid represented BSN', { [AANVRAGER]: '999990343', [GEMACHTIGDE]: BSN }],
  ['an empty one', { [AANVRAGER]: '', [GEMACHTIGDE]: BSN, bsn: BSN }],
  ['a number instead of text', { [AANVRAGER]: 999992004, [GEMACHTIGDE]: BSN, bsn: BSN }],
  ['no gemachtigde', { [AANVRAGER]: VADER }],
  ['no gemachtigde but a BSN', { [AANVRAGER]: VADER, bsn: BSN }],
  ['a malformed gemachtigde', { [AANVRAGER]: VADER, [GEMACHTIGDE]: 'x' }],
  ['nobody to represent', { [GEMACHTIGDE]: BSN, bsn: BSN }],
  ['himself to represent', { [AANVRAGER]: BSN, [GEMACHTIGDE]: BSN }],
])('with %s nobody signs in, neither for another nor for himself', (_, claims) => {
  expect(fout(claims)).toBe('gemachtigde_onbekend')
})

test.each([
  ['an invalid KvK-nummer', { [LEGAL]: '9000001', [ACTING]: 'p' }],
  ['an RSIN', { [LEGAL]: '900000019', [ACTING]: 'p' }],
  ['a vestiging without its company', { [VESTIGING]: '000090000001', [ACTING]: 'p' }],
  ['an invalid vestiging', { [LEGAL]: KVK, [VESTIGING]: '90000001', [ACTING]: 'p' }],
  ['an empty vestiging', { [LEGAL]: KVK, [VESTIGING]: '', [ACTING]: 'p' }],
  ['no gemachtigde', { [LEGAL]: KVK }],
  ['a blank pseudonym', { [LEGAL]: KVK, [ACTING]: ' ' }],
  ['a list of pseudonyms', { [LEGAL]: KVK, [ACTING]: ['p'] }],
  ['no company', { [ACTING]: 'p' }],
])('for a company, %s is refused', (_, claims) => {
  expect(fout(claims)).toBe('bedrijf_onbekend')
})

test.each([
  ['a citizen and a company', { [AANVRAGER]: VADER, [GEMACHTIGDE]: BSN, [LEGAL]: KVK, [ACTING]: 'p' }],
  ['himself and a company', { bsn: BSN, [LEGAL]: KVK, [ACTING]: 'p' }],
  ['himself and an invalid company', { bsn: BSN, [LEGAL]: 'x' }],
  ['a third BSN', { [AANVRAGER]: VADER, [GEMACHTIGDE]: BSN, bsn: '999990408' }],
])('claims of %s at once are refused', (_, claims) => {
  expect(fout(claims)).toBe('namens_onduidelijk')
})

test.each([[{}], [{ bsn: 'x' }], [{ [AANVRAGER]: null, [LEGAL]: null }]])(
  'without any identity claim (%j) the fout is geen_bsn',
  (claims) => {
    expect(fout(claims)).toBe('geen_bsn')
  },
)

test('a pseudonym that looks like a BSN is not used as a BSN', () => {
  const found = read({ [LEGAL]: KVK, [ACTING]: BSN })
  expect(found).toMatchObject({ ingelogde: { gemachtigde: `eherkenning:${BSN}` } })
})
