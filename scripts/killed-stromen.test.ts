import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { WebSocket } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'

const ZAKEN = 40
const PER_ZAAK = 2
/** The fraction of the zaken that the filter selects. */
const OF_THE_FILTER = 0.75
/** The number of events after which the process is killed; it has sent some more by then. */
const LIFE_IN_EVENTS = 10
const FILTER = 'zaaktypen=OMG-KAP'

type Event = { sequence: string; subject: string; time: string }
/** Reads a stroom until the connection breaks. */
type Read = (url: string, onEvent: (event: Event) => void) => Promise<void>

let ctx: TestZaaksysteem
let web: { child: ChildProcess; port: number } | undefined
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(async () => {
  web?.child.kill('SIGKILL')
  await ctx.close()
})

async function startProcess() {
  const child = spawn(process.execPath, ['scripts/test-stroom-process.ts'], {
    env: { ...process.env, ...ctx.variables, SYSTEMS: 'zaaksysteem' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [port] = await once(child, 'message')
  web = { child, port }
}

const authorization = () => ({ Authorization: `Bearer ${ctx.apiToken}` })

const readSse: Read = async (url, onEvent) => {
  const response = await fetch(url, { headers: { ...authorization(), Accept: 'text/event-stream' } })
  let rest = ''
  const chunks = response.body?.pipeThrough(new TextDecoderStream()) ?? []
  for await (const chunk of chunks) {
    const blocks = `${rest}${chunk}`.split('\n\n')
    rest = blocks.pop() as string
    for (const block of blocks) {
      const data = /^data: (\{.*)$/m.exec(block)?.[1]
      if (data) onEvent(JSON.parse(data))
    }
  }
}

const readWebSocket: Read = (url, onEvent) =>
  new Promise((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws'), { protocols: 'cloudevents.json', headers: authorization() })
    socket.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)))
    socket.addEventListener('close', () => resolve())
  })

async function change() {
  for (let index = 0; index < ZAKEN; index++) {
    const zaaktype = index % 4 > 0 ? 'OMG-KAP' : 'APV-EVEN'
    const { change: act } = await registerTestZaak(ctx, { zaaktype })
    const statustype = (await findZaaktype(ctx, zaaktype)).statustypen[1]?.code ?? ''
    const changed = await changeStatus(ctx, { ...act, versie: 1, statustype })
    if (!changed.ok) throw new Error(JSON.stringify(changed))
  }
}

test.each([
  ['server-sent events', readSse],
  ['a WebSocket', readWebSocket],
] as const)(
  '%s: a reader that resumes after kill -9 of the process gets each event once and in order',
  { timeout: 180_000 },
  async (_, read) => {
    const { rows } = await ctx.pool.query('select coalesce(max(sequence), 0) as before from gebeurtenis')
    const before: number = rows[0].before
    const received: Event[] = []
    const wanted = () =>
      ctx.db.gebeurtenis.findMany({
        where: { sequence: { gt: before }, zaakId: { in: received.map(({ subject }) => subject) } },
        orderBy: { sequence: 'asc' },
      })
    await startProcess()
    const changing = change()
    const expected = ZAKEN * PER_ZAAK * OF_THE_FILTER
    let kills = 0
    while (received.length < expected) {
      const vanaf = received.at(-1)?.sequence ?? before
      const killAt = Math.min(received.length + LIFE_IN_EVENTS, expected)
      const url = `http://127.0.0.1:${web?.port}/api/zaaksysteem/v1/gebeurtenissen?${FILTER}&vanaf=${vanaf}`
      // The connection to a killed process may end in an error.
      await read(url, (event) => {
        received.push(event)
        if (received.length === killAt) kills += Number(web?.child.kill('SIGKILL'))
      }).catch(() => {})
      if (received.length < expected) await startProcess()
    }
    await changing
    expect(kills).toBeGreaterThan(1)
    const all = (await wanted()).map(({ sequence }) => String(sequence))
    expect(received.map(({ sequence }) => sequence)).toEqual(all)
    for (const zaakId of new Set(received.map(({ subject }) => subject))) {
      expect(received.filter(({ subject }) => subject === zaakId)).toHaveLength(PER_ZAAK)
    }
  },
)
