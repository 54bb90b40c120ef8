import { expect, test } from 'vitest'
import type { z } from 'zod'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { toegang } from '#lib/ui/texts/balie/beheer/toegang.ts'
import { changeForm, EMPTY, registerForm } from './abonnement-fields.ts'
import { TOEGANG_SECRETS } from './toegang-wish.ts'

const { fout } = toegang
const OAUTH2 = { tokenendpoint: 'https://login.test/token', clientid: 'zaakbode', clientsecret: ' geheim ' }

function read(fields: Record<string, string | string[]>, schema: typeof changeForm | typeof registerForm = changeForm) {
  const filled = { ...EMPTY, naam: 'Test', contact: '', herhaalschema: '', filters: '', ...fields }
  return readForm<z.output<typeof registerForm> | z.output<typeof changeForm>>(schema, formDataOf(filled), {
    passwords: TOEGANG_SECRETS,
  })
}
const wish = (fields: Record<string, string | string[]>) => {
  const form = read(fields)
  return form.ok ? form.fields.toegang : form.refusal.errors
}

test('an empty field keeps the value, a filled field replaces it, and a tick removes it', () => {
  expect(wish({})).toEqual({})
  expect(wish({ weg: 'oauth2' })).toEqual({ oauth2: null })
  expect(wish({ ...OAUTH2, weg: ['oauth2', 'headers'] })).toEqual({ oauth2: OAUTH2, headers: null })
  expect(wish({ certificate: 'een', key: 'twee' })).toEqual({ clientcertificate: { certificate: 'een', key: 'twee' } })
  expect(wish({ headers: 'X-Api-Key: a:b \r\n\r\nX-Naam:c' })).toEqual({
    headers: { 'X-Api-Key': 'a:b', 'X-Naam': 'c' },
  })
})

test.each([
  ['an address without a client', { tokenendpoint: OAUTH2.tokenendpoint }, 'clientid', fout.tokenVolledig],
  ['a scope alone', { scope: 'a' }, 'tokenendpoint', fout.tokenVolledig],
  ['no address', { ...OAUTH2, tokenendpoint: 'login' }, 'tokenendpoint', fout.tokenendpointOngeldig],
  ['two spaces in a scope', { ...OAUTH2, scope: 'a  b' }, 'scope', fout.scopeOngeldig],
  ['a certificate without its key', { certificate: 'een' }, 'key', fout.sleutelLeeg],
  ['a key without its certificate', { key: 'een' }, 'certificate', fout.certificaatLeeg],
  ['a header that is not allowed', { headers: 'X-A: b\nHost: elders' }, 'headers', fout.header(2)],
  ['a header twice', { headers: 'X-A: b\nx-a: c' }, 'headers', fout.header(2)],
  ['a line that is no header', { headers: 'sleutel' }, 'headers', fout.header(1)],
  [
    'too many headers',
    { headers: Array.from({ length: 11 }, (_, i) => `X-${i}: a`).join('\n') },
    'headers',
    fout.headersVeel,
  ],
])('%s is an error at its field', (_what, fields, name, text) => {
  expect(wish(fields)).toEqual([{ name, text }])
})

test('a token is allowed only with a signature that names the recipient', () => {
  const fields = { ...OAUTH2, sink: 'https://sink.test/' }
  for (const credentialtype of ['JWT', 'ACCESSTOKEN', 'NLGOVADR']) {
    const refused = read({ ...fields, credentialtype }, registerForm)
    expect(!refused.ok && refused.refusal.errors).toEqual([{ name: 'tokenendpoint', text: fout.tokenPastNiet }])
  }
  for (const credentialtype of ['STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES'])
    expect(read({ ...fields, credentialtype }, registerForm).ok).toBe(true)
})

test('a refused form does not return the secrets', () => {
  const form = read({ naam: '', key: 'geheim-1', clientsecret: 'geheim-2', headers: 'X-A: geheim-3' })
  expect(JSON.stringify(form)).not.toContain('geheim')
})
