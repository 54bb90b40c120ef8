export const STOP_SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Calls `stop` once, at Ctrl-C, at SIGTERM, when the terminal closes, or when the launcher that started this
 * process is gone; exits when it has finished, or with code 1 when that takes longer than `limitMs`.
 */
export function onShutdown(
  stop: () => Promise<void> | void,
  { signals = STOP_SIGNALS, limitMs }: { signals?: readonly NodeJS.Signals[]; limitMs?: number } = {},
): void {
  let stopping = false
  const shutdown = async () => {
    if (stopping) return
    stopping = true
    if (limitMs !== undefined) setTimeout(giveUp, limitMs, limitMs)
    await stop()
    process.exit(0)
  }
  for (const signal of signals) process.on(signal, shutdown)
  if (process.connected) process.on('disconnect', shutdown)
}

function giveUp(limitMs: number) {
  console.error(`The shutdown was not finished after ${limitMs} ms`)
  process.exit(1)
}
