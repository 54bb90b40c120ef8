import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { listen } from '#tools/servers/listen.ts'
import { createBreken } from './breken.ts'
import { type Lijn, startLijn } from './lijn.ts'

let zaaksysteem: TestZaaksysteem
let portal: TestPublieksportaal
let lijn: Lijn
let answerChange: (request: IncomingMessage, response: ServerResponse) => void
let broken: boolean[]

/** The API of a zaaksysteem whose zaken the portal gets at once. */
const api = createServer(async (request, response) => {
  if (request.url !== '/zaken') return answerChange(request, response)
  const uuid = uuidv7()
  await storeZaak(portal, testZaak({ uuid }))
  response.writeHead(201).end(JSON.stringify({ uuid }))
})
const base = `http://127.0.0.1:${await listen(api)}`

beforeEach(async () => {
  zaaksysteem = await createTestZaaksysteem()
  portal = await createTestPublieksportaal()
  lijn = await startLijn({ port: 0, portaalPort: 1 })
  broken = []
})
afterEach(async () => {
  lijn.close()
  api.closeAllConnections()
  await zaaksysteem.close()
  await portal.close()
})

function openBreken(allowDatabase: (allowed: boolean) => Promise<void> = async () => {}) {
  const unused = (): never => {
    throw new Error('No process is ended here')
  }
  const proces = { start: unused, end: unused }
  const huis = { zaaksysteem, portal, portaal: proces, worker: proces, untilPortaalListens: async () => {} }
  const recorded = (allowed: boolean) => {
    broken.push(!allowed)
    return allowDatabase(allowed)
  }
  return createBreken({ huis: { ...huis, allowDatabase: recorded }, lijn, api: { base, token: 't' } })
}

test('a failure ends in its time, also when the zaaksysteem does not answer any more', async () => {
  answerChange = () => {}
  const breken = openBreken()
  await breken.prepare({ doe: 'maak', storing: 'database_weg', duurMs: 1_000 })
  breken.begin()
  await expect.poll(() => breken.stand()?.fase, { timeout: 20_000 }).toBe('klaar')
  expect(broken).toEqual([true, false])
  await breken.close()
})

test('what cannot be broken says so, and is repaired', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const breken = openBreken(async (allowed) => {
    if (!allowed) throw new Error('The database cannot be closed')
  })
  await breken.prepare({ doe: 'maak', storing: 'database_weg' })
  breken.begin()
  await expect.poll(() => breken.stand()?.fase, { timeout: 20_000 }).toBe('mislukt')
  expect(broken).toEqual([true, false])
  await breken.close()
})

test('a zaaksysteem that is too busy gets the same change again', async () => {
  const keys: unknown[] = []
  answerChange = (request, response) => {
    keys.push(request.headers['idempotency-key'])
    response.writeHead(keys.length === 1 ? 503 : 201).end('{}')
  }
  const breken = openBreken()
  await breken.prepare({ doe: 'maak', storing: 'database_weg', duurMs: 60_000 })
  breken.begin()
  await expect.poll(() => keys.length, { timeout: 20_000 }).toBeGreaterThan(2)
  expect(new Set(keys.slice(0, 3)).size).toBe(2)
  expect(breken.stand()?.fase).toBe('bezig')
  await breken.close()
})

test('a change that is refused ends the failure, and it says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  answerChange = (_, response) => response.writeHead(409).end('{}')
  const breken = openBreken()
  await breken.prepare({ doe: 'maak', storing: 'netwerk_door' })
  breken.begin()
  await expect.poll(() => breken.stand()?.fase, { timeout: 20_000 }).toBe('mislukt')
  await breken.close()
})
