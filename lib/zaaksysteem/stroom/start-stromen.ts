import { SECOND_MS } from '#lib/platform/durations.ts'
import { keepBeating } from '#lib/platform/http/event-stream.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { forgetRegisteredClients } from '../api/registered-clients.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { createStromen, type Stromen } from './stromen.ts'

/** NOTIFY only shortens a wait; the poll guarantees that it ends. */
const POLL_MS = SECOND_MS
const REVIEW_MS = 5 * SECOND_MS

type Running = { stromen: Stromen; close(): Promise<void> }

const stroomOf = ({ once }: ZaaksysteemContext) =>
  once('stromen', (): { running?: Promise<Running> | undefined } => ({}))

/**
 * Returns the stromen of this process, with their feed; started once for each context. Listens for changed
 * API clients too.
 */
export async function stromenOf(ctx: ZaaksysteemContext): Promise<Stromen> {
  const stroom = stroomOf(ctx)
  stroom.running ??= start(ctx)
  return (await stroom.running).stromen
}

/** `undefined` when they were not started. */
export async function startedStromen(ctx: ZaaksysteemContext): Promise<Stromen | undefined> {
  return (await stroomOf(ctx).running)?.stromen
}

/** Ends all stromen. Their readers reconnect to another process. */
export async function closeStromen(ctx: ZaaksysteemContext): Promise<void> {
  const stroom = stroomOf(ctx)
  const { running } = stroom
  stroom.running = undefined
  await (await running)?.close()
}

async function start(ctx: ZaaksysteemContext): Promise<Running> {
  const stromen = createStromen(ctx)
  const { look } = stromen.tail
  const review = () =>
    stromen.reviewTokens().catch((err) => ctx.log.error({ err }, 'Tokens could not be looked at; trying again'))
  function reviewChanged() {
    forgetRegisteredClients(ctx)
    return review()
  }
  function catchUp() {
    void reviewChanged()
    return look()
  }
  const listener = await listen({
    connectionString: ctx.env.ZAAKSYSTEEM_DATABASE_URL,
    channels: { gebeurtenis: look, api_client: reviewChanged },
    log: ctx.log,
    onReconnect: catchUp,
  })
  const timers = [setInterval(look, POLL_MS), setInterval(review, REVIEW_MS)]
  const stopBeating = keepBeating(stromen.beat)
  return {
    stromen,
    async close() {
      for (const timer of timers) clearInterval(timer)
      stopBeating()
      stromen.close()
      await listener.close()
    },
  }
}
