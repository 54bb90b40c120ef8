import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type AbonnementRequest,
  type AbonnementResource,
  abonnementResource,
} from '#lib/contract/abonnement-resource.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { freePort } from '#tools/servers/free-port.ts'
import type { LocalEnvironment } from '../scripts/local/local-environment.ts'
import { type Running, startForeign } from '../scripts/local/processes.ts'
import { DEMO_ONTVANGER } from './stage/demo-ontvanger.ts'

const RECEIVER = 'lib/ontwikkelaars/snippets/node/receiver.mjs'
const CREDENTIALTYPE = 'HTTPMESSAGESIGNATURES'
const POLL_MS = 100
/** Long, because a busy machine may be slow. */
const MAX_POLLS = 600

/**
 * Starts the Node.js receiver of `/ontwikkelaars`, and registers it as a supplier does: with the demo token,
 * and another method than the portal's. It is paused until a visitor adds it.
 */
export async function startDemoReceiver(local: LocalEnvironment, { dataDir }: { dataDir: string }): Promise<Running> {
  const port = String(await freePort())
  const sink = `http://127.0.0.1:${port}/`
  const { ZAAKSYSTEEM_SOURCE, ZAAKSYSTEEM_ORIGIN, ZAAKSYSTEEM_URL } = readZaaksysteemEnv(local.variables)
  const receiver = startForeign([RECEIVER], {
    logFile: join(dataDir, 'ontvanger.log'),
    variables: {
      SINK: sink,
      SOURCE: ZAAKSYSTEEM_SOURCE,
      ORIGIN: ZAAKSYSTEEM_ORIGIN,
      JWKS_URL: `${ZAAKSYSTEEM_URL}/api/zaaksysteem/jwks.json`,
      CREDENTIALTYPE,
      SEEN: resolve(dataDir, 'ontvanger-gezien.txt'),
      PORT: port,
      ...(local.caFile && { NODE_EXTRA_CA_CERTS: local.caFile }),
    },
  })
  const headers = { 'WebHook-Request-Origin': ZAAKSYSTEEM_ORIGIN }
  await until(() => fetch(sink, { method: 'OPTIONS', headers }).then(Boolean, () => false))
  await register(local, sink)
  return receiver
}

async function register({ apiBase, variables }: LocalEnvironment, sink: string): Promise<void> {
  async function call(path: string, { method = 'GET', body }: { method?: string; body?: AbonnementRequest } = {}) {
    const response = await fetch(`${apiBase}/abonnementen${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${variables.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`The second receiver could not be registered: ${await response.text()}`)
    return response
  }

  // A previous start used another port.
  const former = (await (await call('')).json()) as AbonnementResource[]
  for (const { id } of former.filter(({ naam }) => naam === DEMO_ONTVANGER)) await call(`/${id}`, { method: 'DELETE' })

  const body: AbonnementRequest = {
    protocol: 'HTTP',
    sink,
    naam: DEMO_ONTVANGER,
    types: Object.values(EVENT_TYPES),
    sinkcredential: { credentialtype: CREDENTIALTYPE },
  }
  const { id } = (await (await call('', { method: 'POST', body })).json()) as AbonnementResource
  await until(async () => {
    const { status } = abonnementResource.parse(await (await call(`/${id}`)).json())
    return status !== 'wacht_op_toestemming'
  })
  await call(`/${id}/pauze`, { method: 'POST' })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let poll = 0; poll < MAX_POLLS; poll++) {
    if (await isSo()) return
    await sleep(POLL_MS)
  }
  throw new Error('The second receiver was not registered in time.')
}
