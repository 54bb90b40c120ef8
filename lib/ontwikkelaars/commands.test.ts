import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { abonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { registratieRequest, statusRequest } from '#lib/contract/handeling-requests.ts'
import { startCommands } from './commands.ts'

const COMMON = {
  url: 'http://localhost:3000',
  source: 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem',
  origin: 'zaaksysteem.test',
  naam: 'Mijn eerste ontvanger',
  initiator: { naam: 'J. de Vries', kvkNummer: '12345678' },
}
const demo = startCommands({ ...COMMON, token: 'abc', caFile: '/tmp/a b/ca.pem' })

test('a shell can parse each command', () => {
  for (const command of Object.values(demo)) execFileSync('sh', ['-n'], { input: command })
})

const bodyOf = (command: string) => JSON.parse(/-d '([^']+)'/.exec(command)?.[1] ?? '')

test('the commands send bodies that the contract accepts', () => {
  expect(abonnementRequest.parse(bodyOf(demo.abonneren))).toMatchObject({ sink: 'http://localhost:4000/' })
  expect(registratieRequest.parse(bodyOf(demo.registreren))).toMatchObject({ zaaktype: 'APV-EVEN' })
  expect(statusRequest.parse(bodyOf(demo.wijzigen))).toEqual({ versie: 1, statustype: 'aanvraag_compleet' })
})

test('the receiver expects the registered address', () => {
  const { sink } = bodyOf(demo.abonneren)
  for (const command of [demo.proberen, demo.ontvangen]) expect(command).toContain(`SINK=${sink} `)
  expect(demo.luisteren).toContain(`--naar ${sink} `)
})

test('the last step deletes the abonnement that step 5 registers', () => {
  expect(demo.abonneren).toMatch(/^ABONNEMENT=\$\(/)
  expect(demo.opruimen).toContain('-X DELETE "$API/abonnementen/$ABONNEMENT"')
})

const GIVEN = '0199a000-0000-7000-8000-000000000001'
const OTHER = '0199a000-0000-7000-8000-000000000002'

test.each([
  ['abonneren', { id: GIVEN, protocol: 'HTTP', sinkcredential: { id: OTHER } }],
  ['registreren', { uuid: GIVEN, identificatie: 'ZAAK-2026-0000000001', versie: 1, gebeurtenisId: OTHER }],
] as const)('%s keeps the id from the response for the next steps', (step, answer) => {
  const [, pipeline = ''] = /\| (tee [^)]+)\)/.exec(demo[step]) ?? []
  const kept = execFileSync('sh', ['-c', pipeline], {
    input: JSON.stringify(answer),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  expect(kept.toString().trim()).toBe(GIVEN)
})

test('only the commands that start the receiver or listen need Node.js', () => {
  const withNode = Object.entries(demo).filter(([, command]) => /\b(?:node|npx) /.test(command))
  expect(withNode.map(([step]) => step)).toEqual(['proberen', 'luisteren', 'ontvangen'])
})

test('the listener sends the origin of the zaaksysteem, which the message check expects', () => {
  expect(demo.luisteren).toContain(`--origin ${COMMON.origin}`)
})

test('a failed download shows its error and leaves no file', () => {
  expect(demo.proberen).toContain('curl -fsSO')
})

test('outside the demo the commands hold no token, and only the trial with the listener uses this machine', () => {
  const elsewhere = startCommands({ ...COMMON, token: undefined, caFile: undefined })
  expect(elsewhere.klaarzetten).toContain("TOKEN='…'")
  const local = Object.entries(elsewhere).filter(([, command]) => command.includes('localhost:4000'))
  expect(local.map(([step]) => step)).toEqual(['proberen', 'luisteren'])
  expect(elsewhere.luisteren).not.toContain('--vanaf')
})
