import pg from 'pg'
import type { Logger } from '../logger.ts'

const RECONNECT_AFTER_MS = 500

/**
 * Opens a LISTEN connection that reconnects by itself. The caller must also poll, because PostgreSQL does not
 * keep notifications for a connection that is down.
 */
export async function listen(options: {
  connectionString: string
  /** handler by channel; gets the payload */
  channels: Record<string, (payload: string) => void>
  log: Logger
  /** after a reconnect: notifications may have been missed */
  onReconnect?: () => void
}): Promise<{ close(): Promise<void> }> {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  async function connect() {
    const next = new pg.Client({ connectionString: options.connectionString, keepAlive: true })
    next.on('error', () => next.emit('end'))
    next.on('notification', ({ channel, payload }) => options.channels[channel]?.(payload ?? ''))
    await next.connect()
    await next.query(
      Object.keys(options.channels)
        .map((channel) => `listen ${pg.escapeIdentifier(channel)}`)
        .join(';'),
    )
    next.once('end', () => scheduleReconnect())
    client = next
  }

  function scheduleReconnect() {
    if (closed) return
    timer = setTimeout(() => {
      connect().then(
        () => options.onReconnect?.(),
        (err) => {
          options.log.warn({ err }, 'The listening connection could not be restored; trying again')
          scheduleReconnect()
        },
      )
    }, RECONNECT_AFTER_MS)
  }

  await connect().catch((err) => {
    options.log.warn({ err }, 'The listening connection could not be made; trying again')
    scheduleReconnect()
  })
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
