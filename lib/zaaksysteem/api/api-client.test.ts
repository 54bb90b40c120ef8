import { expect, test } from 'vitest'
import { zaakResourceZonderBsn, zakenPage } from '#lib/contract/zaak-resource.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { AANVRAGER, registerTestZaak } from '../zaak/test-zaak.ts'

const SCOPES = [
  'zaken.lezen',
  'zaken.bsn.lezen',
  'zaken.statussen.toevoegen',
  'zaken.verdelen',
  'gebeurtenissen.lezen',
  'bewijzen.melden',
  'abonnementen.beheren',
]
const ID = '0199a000-0000-7000-8000-00000000abcd'
// A client for each scope, which has all scopes but that one.
const entries = SCOPES.map(
  (scope) =>
    `zonder=${hashToken(`zonder ${scope}`.replaceAll(' ', '-'))}:${SCOPES.filter((one) => one !== scope).join('+')}`,
)
const ctx = await openTestZaaksysteem({ env: { ZAAKSYSTEEM_API_TOKENS: entries.join(',') } })

const request = (token: string, { method = 'GET', path = '' } = {}) =>
  new Request(`http://localhost:3000/api/zaaksysteem/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
  })

test.each([
  ['zaken.lezen', 'GET', 'zaken'],
  ['zaken.lezen', 'GET', `zaken/${ID}`],
  ['zaken.lezen', 'GET', 'doorlooptijden'],
  ['zaken.statussen.toevoegen', 'POST', `zaken/${ID}/statussen`],
  ['zaken.verdelen', 'POST', `zaken/${ID}/toewijzingen`],
  ['gebeurtenissen.lezen', 'GET', 'gebeurtenissen'],
  ['bewijzen.melden', 'POST', 'bewijzen'],
  ['abonnementen.beheren', 'GET', 'abonnementen'],
  ['abonnementen.beheren', 'POST', 'abonnementen'],
  ['abonnementen.beheren', 'PUT', `abonnementen/${ID}`],
  ['abonnementen.beheren', 'DELETE', `abonnementen/${ID}`],
  ['abonnementen.beheren', 'POST', `abonnementen/${ID}/geheim`],
  ['abonnementen.beheren', 'POST', `abonnementen/${ID}/herstel`],
  ['abonnementen.beheren', 'POST', 'bezorgingen/1/herhaling'],
])('without the scope %s, %s %s is refused with the name of the scope', async (scope, method, path) => {
  const refused = await answerApi(ctx, request(`zonder-${scope}`, { method, path }))
  expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([
    403,
    `Bearer error="insufficient_scope", scope="${scope}"`,
  ])
  const { code, detail } = await refused.json()
  expect([code, detail]).toEqual(['scope_missing', `The token needs the scope ${scope}.`])
  const other = SCOPES.find((one) => one !== scope && one !== 'zaken.bsn.lezen')
  expect((await answerApi(ctx, request(`zonder-${other}`, { method, path }))).status).not.toBe(403)
})

test('without the scope zaken.bsn.lezen a zaak is returned without its aanvrager', async () => {
  const { id } = await registerTestZaak(ctx)
  const paths = ['zaken', `zaken?uuids=${id}`]
  const answers = [
    await answerApi(ctx, request('zonder-zaken.bsn.lezen', { path: `zaken/${id}` })),
    ...(await Promise.all(paths.map((path) => answerApi(ctx, request('zonder-zaken.bsn.lezen', { path }))))),
  ]
  const texts = await Promise.all(answers.map((answer) => answer.text()))
  for (const text of texts) expect(text).not.toMatch(new RegExp(`${AANVRAGER.bsn}|initiator`))
  expect(zaakResourceZonderBsn.parse(JSON.parse(texts[0] as string))).toMatchObject({ uuid: id })
  for (const text of texts.slice(1)) expect(JSON.parse(text).zaken).toMatchObject([{ uuid: id }])

  const full = await answerApi(ctx, request('zonder-abonnementen.beheren', { path: 'zaken' }))
  expect(zakenPage.parse(await full.json()).zaken).toMatchObject([{ initiator: { bsn: AANVRAGER.bsn } }])
})

test.each([
  ['no scopes', `een=${'0'.repeat(64)}`],
  ['an empty list', `een=${'0'.repeat(64)}:`],
  ['an unknown scope', `een=${'0'.repeat(64)}:zaken.lezen+alles`],
  ['scopes before the hash', `een=zaken.lezen:${'0'.repeat(64)}`],
])('the zaaksysteem does not start on a token with %s', (_, tokens) => {
  const start = () => readZaaksysteemEnv({ ...ctx.variables, ZAAKSYSTEEM_API_TOKENS: tokens })
  expect(start).toThrow(/ZAAKSYSTEEM_API_TOKENS.*needs name=<sha256 hex>:<scope>\+<scope> entries/)
})

test.each([
  ['a hash of fill characters', [`een=${'0'.repeat(64)}:zaken.lezen`], 'needs hashes of random tokens'],
  ['the hash of no token', [`een=${hashToken('')}:zaken.lezen`], 'needs hashes of random tokens'],
  [
    'one token for two clients',
    [`een=${hashToken('a')}:zaken.lezen`, `twee=${hashToken('a')}:zaken.bsn.lezen`],
    'has the hash of one token twice',
  ],
])('the zaaksysteem does not start on %s', (_, tokens, problem) => {
  const start = () => readZaaksysteemEnv({ ...ctx.variables, ZAAKSYSTEEM_API_TOKENS: tokens.join(',') })
  expect(start).toThrow(`ZAAKSYSTEEM_API_TOKENS: ${problem}`)
})
