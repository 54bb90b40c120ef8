import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { abonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { registratieRequest, statusRequest } from '#lib/contract/handeling-requests.ts'
import { startCommands } from './start-commands.ts'

const COMMON = {
  url: 'http://localhost:3000',
  source: 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem',
  origin: 'zaaksysteem.test',
  naam: 'Mijn eerste ontvanger',
  initiator: { naam: 'J. de Vries', kvkNummer: '12345678' },
}
const demo = startCommands({ ...COMMON, token: 'abc', caFile: '/tmp/a b/ca.pem' })

test('each command is one that a shell can read', () => {
  for (const command of Object.values(demo)) execFileSync('sh', ['-n'], { input: command })
})

const bodyOf = (command: string) => JSON.parse(/-d '([^']+)'/.exec(command)?.[1] ?? '')

test('what the commands send is as the contract says', () => {
  expect(abonnementRequest.parse(bodyOf(demo.abonneren))).toMatchObject({ sink: 'http://localhost:4000/' })
  expect(registratieRequest.parse(bodyOf(demo.registreren))).toMatchObject({ zaaktype: 'APV-EVEN' })
  expect(statusRequest.parse(bodyOf(demo.wijzigen))).toEqual({ versie: 1, statustype: 'aanvraag_compleet' })
})

test('the receiver expects the address that is registered', () => {
  const { sink } = bodyOf(demo.abonneren)
  for (const command of [demo.proberen, demo.ontvangen]) expect(command).toContain(`SINK=${sink} `)
  expect(demo.luisteren).toContain(`--naar ${sink} `)
})

test('what step 5 registers the last step deletes', () => {
  expect(demo.abonneren).toMatch(/^ABONNEMENT=\$\(/)
  expect(demo.opruimen).toContain('-X DELETE "$API/abonnementen/$ABONNEMENT"')
})

test('a download that fails is told, and leaves no file', () => {
  expect(demo.proberen).toContain('curl -fsSO')
})

test('outside the demo there is no token to see, and only what listens in forwards to this machine', () => {
  const elsewhere = startCommands({ ...COMMON, token: undefined, caFile: undefined })
  expect(elsewhere.klaarzetten).toContain("TOKEN='…'")
  const local = Object.entries(elsewhere).filter(([, command]) => command.includes('localhost:4000'))
  expect(local.map(([step]) => step)).toEqual(['proberen', 'luisteren'])
  expect(elsewhere.luisteren).not.toContain('--vanaf')
})
