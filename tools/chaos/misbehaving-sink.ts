import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { Random } from '../../prisma/seed/random.ts'
import { listen } from '../servers/listen.ts'

type Received = { id: string; subject: string; sequence: number }

export type Manners = {
  name: string
  /** share of bezorgingen that it refuses */
  failing: number
  /** longest delay before it answers */
  slowMs: number
}

const FAILURES: ((response: ServerResponse) => void)[] = [
  (response) => response.writeHead(500).end(),
  // This 503 has no Retry-After, which would open the circuit again and again: each failing probe costs
  // thirty seconds.
  (response) => response.writeHead(503).end(),
  (response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
  (response) => response.destroy(),
]

/**
 * A sink that gives its toestemming in the handshake and then behaves by `manners`. `taken` holds the
 * accepted events, in order; `onTaken` is called for each.
 */
export async function startMisbehavingSink(
  manners: Manners,
  random: Random,
  onTaken: (event: Received) => void = () => {},
) {
  const taken: Received[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    if (request.method === 'OPTIONS') {
      response.writeHead(200, {
        [WEBHOOK_HEADERS.allowedOrigin]: '*',
        [WEBHOOK_HEADERS.allowedRate]: '*',
      })
      response.end()
      return
    }
    if (manners.slowMs > 0) await sleep(random.between(0, manners.slowMs))
    if (random.chance(manners.failing)) {
      random.pick(FAILURES)(response)
      return
    }
    const { id, subject, sequence } = JSON.parse(body) as { id: string; subject: string; sequence: string }
    const event = { id, subject, sequence: Number(sequence) }
    taken.push(event)
    onTaken(event)
    response.writeHead(204).end()
  })
  return {
    name: manners.name,
    url: `http://127.0.0.1:${await listen(server)}/webhooks`,
    taken,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type MisbehavingSink = Awaited<ReturnType<typeof startMisbehavingSink>>
