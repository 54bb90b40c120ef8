import { copyFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { startJourney } from '../test-journey.ts'
import { CLIENTS, DATA, isOnMachine, prepareClients, textOf } from './clients.ts'

const MINUTE_MS = 60_000
/** A program that is missing is no reason to pass in CI. */
const isCi = process.env.CI === 'true'

beforeAll(prepareClients, 5 * MINUTE_MS)

/** The operation that generators left out in silence while webhooks stood in the same document. */
const LOST = /bezorging_?herhalen/i

describe.each(CLIENTS)('$name', ({ name, needs, generate, compile }) => {
  const folder = join(DATA, name)
  const missing = needs.filter((program) => !isOnMachine(program))

  test.skipIf(missing.length > 0 && !isCi)(`makes a client that compiles`, { timeout: 10 * MINUTE_MS }, () => {
    expect(missing, 'programs that are not on this machine').toEqual([])
    rmSync(folder, { recursive: true, force: true })
    generate(folder)
    expect(textOf(folder)).toMatch(LOST)
    compile(folder)
  })
})

/** The client that Node.js can run without compiling. */
const TRAVELLER = 'openapi-generator-7.25.0-typescript-fetch'

test.skipIf(!isCi && !isOnMachine('java'))(
  'the client in TypeScript registers, sets a status, reads it back, and has a dead letter sent again',
  { timeout: 5 * MINUTE_MS },
  async () => {
    const folder = join(DATA, TRAVELLER)
    copyFileSync(join(import.meta.dirname, 'journey.cts'), join(folder, 'journey.cts'))
    CLIENTS.find(({ name }) => name === TRAVELLER)?.compile(folder)
    const setting = await startJourney()
    const { journey } = createRequire(import.meta.url)(join(folder, 'compiled/journey.cjs'))
    const made = await journey(setting)
    expect(made).toMatchObject({ versie: 2, taken: [made.dead] })
    expect(new Set(made.statuses).size).toBe(2)
    expect(setting.received().filter((id) => id === made.dead)).toHaveLength(3)
    await setting.close()
  },
)
