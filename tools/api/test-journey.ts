import { askToestemming } from '#lib/zaaksysteem/abonnement/toestemming/run-handshakes.ts'
import { deliverDue } from '#lib/zaaksysteem/bezorging/test-abonnement.ts'
import { startTestSink } from '#lib/zaaksysteem/egress/test-sink.ts'
import { createTestZaaksysteem, PORTAL_SCOPES } from '#lib/zaaksysteem/test-context.ts'
import { startTestApiServer } from './api-server.ts'

const SECOND_MS = 1_000
/** Two events, each tried twice. */
const ATTEMPTS = 4

/** Starts a zaaksysteem for a generated client, with a receiver and a worker that is run explicitly. */
export async function startJourney() {
  let now = new Date('2026-11-25T09:00:00Z')
  let isBroken = false
  const ctx = await createTestZaaksysteem({
    clock: () => now,
    scopes: `${PORTAL_SCOPES}+zaken.aanmaken+zaken.statussen.toevoegen`,
  })
  const server = await startTestApiServer({ zaaksysteem: ctx })
  const sink = await startTestSink({ answer: (response) => response.writeHead(isBroken ? 500 : 204).end() })
  return {
    baseUrl: server.baseUrl,
    token: ctx.apiToken,
    sink: sink.url,
    askToestemming: (abonnementId: string) => askToestemming(ctx, abonnementId),
    /** Sends everything due until no attempt is left, to a receiver that accepts it or fails. */
    async deliver({ isTaken }: { isTaken: boolean }) {
      isBroken = !isTaken
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        await deliverDue(ctx)
        now = new Date(now.getTime() + 2 * SECOND_MS)
      }
    },
    received: () => sink.received.map(({ eventId }) => eventId),
    async close() {
      await server.close()
      await sink.close()
      await ctx.close()
    },
  }
}

export type Journey = Awaited<ReturnType<typeof startJourney>>
