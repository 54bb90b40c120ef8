export const STOP_SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Calls `stop` once, at Ctrl-C, at SIGTERM, when the terminal closes, or when the launcher of this process is gone, and
 * then exits.
 */
export function onShutdown(stop: () => Promise<void> | void, signals = STOP_SIGNALS): void {
  let stopping = false
  const shutdown = async () => {
    if (stopping) return
    stopping = true
    await stop()
    process.exit(0)
  }
  for (const signal of signals) process.on(signal, shutdown)
  if (process.connected) process.on('disconnect', shutdown)
}
