import { afterAll, beforeAll, expect, test } from 'vitest'
import { zaakResourceZonderBsn, zakenPage } from '#lib/contract/zaak-resource.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { handleAbonnement } from '../abonnement/api/handle-abonnement.ts'
import { handleAbonnementActie } from '../abonnement/api/handle-abonnement-actie.ts'
import { handleAbonnementen } from '../abonnement/api/handle-abonnementen.ts'
import { handleBewijzen } from '../bewijs/handle-bewijzen.ts'
import { handleDoorlooptijden } from '../doorlooptijd/handle-doorlooptijden.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { handleHerhaling } from '../herstel/handle-herhaling.ts'
import { handleHerstel } from '../herstel/handle-herstel.ts'
import { handleGebeurtenissen } from '../stroom/handle-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { handleHandeling } from '../zaak/api/handle-handeling.ts'
import { handleToewijzing } from '../zaak/api/handle-toewijzing.ts'
import { handleZaak } from '../zaak/api/handle-zaak.ts'
import { handleZaken } from '../zaak/api/handle-zaken.ts'
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
let ctx: TestZaaksysteem
beforeAll(async () => {
  // A client for each scope, with all scopes but that one.
  const entries = SCOPES.map(
    (scope) =>
      `zonder=${hashToken(`zonder ${scope}`.replaceAll(' ', '-'))}:${SCOPES.filter((one) => one !== scope).join('+')}`,
  )
  ctx = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_API_TOKENS: entries.join(',') } })
})
afterAll(() => ctx.close())

const request = (token: string, { method = 'GET', path = '' } = {}) =>
  new Request(`http://localhost:3000/api/zaaksysteem/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
  })

test.each<[string, string, (ctx: TestZaaksysteem, request: Request) => Promise<Response>]>([
  ['zaken.lezen', 'GET', handleZaken],
  ['zaken.lezen', 'GET', (...call) => handleZaak(...call, ID)],
  ['zaken.lezen', 'GET', handleDoorlooptijden],
  ['zaken.statussen.toevoegen', 'POST', (...call) => handleHandeling(...call, { uuid: ID, handeling: 'statussen' })],
  ['zaken.verdelen', 'POST', (...call) => handleToewijzing(...call, { uuid: ID })],
  ['gebeurtenissen.lezen', 'GET', handleGebeurtenissen],
  ['bewijzen.melden', 'POST', handleBewijzen],
  ['abonnementen.beheren', 'GET', handleAbonnementen],
  ['abonnementen.beheren', 'POST', handleAbonnementen],
  ['abonnementen.beheren', 'PUT', (...call) => handleAbonnement(...call, ID)],
  ['abonnementen.beheren', 'DELETE', (...call) => handleAbonnement(...call, ID)],
  ['abonnementen.beheren', 'POST', (...call) => handleAbonnementActie(...call, { id: ID, actie: 'geheim' })],
  ['abonnementen.beheren', 'POST', (...call) => handleHerstel(...call, ID)],
  ['abonnementen.beheren', 'POST', (...call) => handleHerhaling(...call, '1')],
])('without the scope %s, %s is refused, with the name of the scope', async (scope, method, handle) => {
  const refused = await handle(ctx, request(`zonder-${scope}`, { method }))
  expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([
    403,
    `Bearer error="insufficient_scope", scope="${scope}"`,
  ])
  const { code, detail } = await refused.json()
  expect([code, detail]).toEqual(['scope_missing', `The token needs the scope ${scope}.`])
  const other = SCOPES.find((one) => one !== scope && one !== 'zaken.bsn.lezen')
  expect((await handle(ctx, request(`zonder-${other}`, { method }))).status).not.toBe(403)
})

test('whose a zaak is stays out of the answers without the scope zaken.bsn.lezen', async () => {
  const { id } = await registerTestZaak(ctx)
  const paths = ['zaken', `zaken?uuids=${id}`]
  const answers = [
    await handleZaak(ctx, request('zonder-zaken.bsn.lezen'), id),
    ...(await Promise.all(paths.map((path) => handleZaken(ctx, request('zonder-zaken.bsn.lezen', { path }))))),
  ]
  const texts = await Promise.all(answers.map((answer) => answer.text()))
  for (const text of texts) expect(text).not.toMatch(new RegExp(`${AANVRAGER.bsn}|initiator`))
  expect(zaakResourceZonderBsn.parse(JSON.parse(texts[0] as string))).toMatchObject({ uuid: id })
  for (const text of texts.slice(1)) expect(JSON.parse(text).zaken).toMatchObject([{ uuid: id }])

  const full = await handleZaken(ctx, request('zonder-abonnementen.beheren'))
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
