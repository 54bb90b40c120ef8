const FIRST_SECONDS = 60
const LONGEST_SECONDS = 60 * 60
/** Of a mail that the mail server may have: each time may be one more of the same in the mailbox. */
const FIRST_REPEAT_SECONDS = 30 * 60
const LONGEST_REPEAT_SECONDS = 12 * 60 * 60
/** Spreads the retries after the mail server was away. */
const JITTER = 0.2

export const LONGEST_WAIT_SECONDS = LONGEST_REPEAT_SECONDS * (1 + JITTER)

/** Doubles with each attempt, up to the longest. @param options.random from 0 up to 1, as `Math.random()` gives */
export function retryDelaySeconds({
  pogingen,
  isUnknown,
  random,
}: {
  pogingen: number
  isUnknown: boolean
  random: number
}): number {
  const [first, longest] = isUnknown ? [FIRST_REPEAT_SECONDS, LONGEST_REPEAT_SECONDS] : [FIRST_SECONDS, LONGEST_SECONDS]
  return Math.min(first * 2 ** (pogingen - 1), longest) * (1 + JITTER * (2 * random - 1))
}
