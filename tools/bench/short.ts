const SHORT_LIMIT_MS = 300_000

/** With `--short` a bench is a test of itself: one run, at a size that proves only that it runs. */
export const isShort = process.argv.includes('--short')

if (isShort) {
  const giveUp = () => {
    console.error(`The bench did not end in ${SHORT_LIMIT_MS / 1000} s`)
    process.exit(1)
  }
  setTimeout(giveUp, SHORT_LIMIT_MS).unref()
}
