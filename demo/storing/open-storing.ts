import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from '#lib/platform/json/json-file.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { freePort } from '#tools/servers/free-port.ts'
import type { LocalEnvironment } from '../../scripts/local/local-environment.ts'
import { type Restartable, waitUntilReady } from '../../scripts/local/processes.ts'
import type { DemoBericht } from '../stage/demo-bericht.ts'
import { type Storingsstand, storingsverzoek } from '../stage/storingen.ts'
import { allowConnections } from './allow-connections.ts'
import { createBreken } from './breken.ts'
import { startLijn } from './lijn.ts'
import { createVerlopenBericht } from './verlopen-bericht.ts'

/**
 * Short retries, so that a viewer sees them, and few enough not to disable the abonnement.
 */
const HERHAALSCHEMA = [5, 6, 8, ...Array.from({ length: 17 }, () => 10)]
const LIJN_FILE = 'lijn.json'

/** Provides the demo's failures: a line between the two systems, and the endpoint for its page. */
export async function openStoring({ dataDir, local }: { dataDir: string; local: LocalEnvironment }) {
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile } = local.variables
  const certificate = certFile && keyFile ? { certFile, keyFile } : undefined
  const file = join(dataDir, LIJN_FILE)
  const portaalPort = await freePort()
  // The same port when possible, because the abonnement holds the address.
  const kept = await readJsonFile(file, z.object({ port: z.int() }))
  const { record, read } = createVerlopenBericht()
  const lijn = await startLijn({ port: kept?.port ?? 0, portaalPort, record, certificate })
  await writeJsonFile(file, { port: lijn.port })
  const lijnOrigin = `${certificate ? 'https' : 'http'}://localhost:${lijn.port}`
  const sink = `${lijnOrigin}/api/publieksportaal/webhooks`
  const portaalOrigin = `http://localhost:${portaalPort}`
  let opened: { breken: ReturnType<typeof createBreken>; close(): Promise<void> } | undefined

  return {
    variables: { PUBLIEKSPORTAAL_WEBHOOK_URL_DEMO_ONLY: sink },
    /** address of the process that receives for the portal, behind the line */
    ofPortaal(all: Record<string, string>): Record<string, string> {
      const { TLS_CERT_FILE: _, TLS_KEY_FILE: __, ...plaintext } = all
      return { ...plaintext, SYSTEMS: 'publieksportaal', PORT: String(portaalPort) }
    },
    portaalOrigin,
    /** Enables failures once the portal is registered. */
    async open(all: Record<string, string>, processes: { portaal: Restartable; worker: Restartable }): Promise<void> {
      const log = createLogger('storing', undefined, 'error')
      const zaaksysteem = createZaaksysteemContext(readZaaksysteemEnv(all), { log })
      const portal = createPublieksportaalContext(readPublieksportaalEnv(all), { log })
      await zaaksysteem.db.abonnement.updateMany({ where: { sink }, data: { herhaalschema: HERHAALSCHEMA } })
      const database = new URL(all.PUBLIEKSPORTAAL_DATABASE_URL as string)
      const name = decodeURIComponent(database.pathname.slice(1))
      const admin = Object.assign(new URL(database), { pathname: '/postgres' }).href
      const breken = createBreken({
        huis: {
          zaaksysteem,
          portal,
          ...processes,
          untilPortaalListens: () => waitUntilReady(portaalOrigin),
          allowDatabase: (allowed) => allowConnections(admin, name, allowed),
        },
        lijn,
        api: { base: local.apiBase, token: all.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY as string },
      })
      opened = {
        breken,
        async close() {
          await breken.close()
          await Promise.all([zaaksysteem.close(), portal.close()])
        },
      }
    },
    /** The request of the demo's page: read the state, or an action. */
    async answer(body?: unknown): Promise<Storingsstand> {
      if (!opened) return null
      const { breken } = opened
      const verzoek = body === undefined ? undefined : storingsverzoek.parse(body)
      if (verzoek?.doe === 'maak') await breken.prepare(verzoek)
      if (verzoek?.doe === 'breek') breken.begin()
      if (verzoek?.doe === 'heel') await breken.stop()
      return breken.stand()
    },
    /** The message that the page `/demo/bericht` shows. */
    bericht(): DemoBericht {
      const { ZAAKSYSTEEM_SOURCE: source, ZAAKSYSTEEM_URL } = readZaaksysteemEnv(local.variables)
      return { ...read(), sink, source, jwksUrl: `${ZAAKSYSTEEM_URL}/api/zaaksysteem/jwks.json` }
    },
    /** Ends the failure. */
    async close(): Promise<void> {
      await opened?.close()
      lijn.close()
    },
  }
}
