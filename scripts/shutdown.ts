/**
 * Calls `stop` once, at Ctrl-C, at SIGTERM, when the terminal closes, or when the launcher that started this process
 * is gone; exits when it has finished.
 */
export function onShutdown(stop: () => Promise<void> | void): void {
  let stopping = false
  const shutdown = async () => {
    if (stopping) return
    stopping = true
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, shutdown)
  if (process.connected) process.on('disconnect', shutdown)
}
