import { expect } from 'vitest'

/** Far more than a linear reader differs with what it reads; a quadratic one exceeds it a hundred times over. */
const MOST = 50
const RUNS = 10
/** Only a text that exceeds the limit is read so often: on a machine with much to do each of ten can meet a pause. */
const RUNS_OF_SLOW = 40
/** Below this a pause of the machine is longer than the reading itself. */
const LEAST_MS = 1

/** Pieces at which grammars and expressions of headers, addresses and JSON decide how to go on. */
const PIECES = [...'aA0 \t/+,;:=."\\()[]{}<>%-_~|@*', 'a=', 'a, ', '"",', '=;', '%2', '../', '\u00e9', '\ud83d\ude00']
const ENDINGS = ['+', '"', ' x', '=']

/** Texts of about `length` characters that make careless readers go back over what they have read. */
export function worstTexts(length: number): string[] {
  return PIECES.flatMap((piece) => {
    const half = piece.repeat(length / 2 / piece.length)
    return [half + half, ...ENDINGS.map((ending) => half + ending.repeat(length / 2 / ending.length))]
  })
}

/**
 * Expects that `read` takes no more than 50 times as long for any of `texts` as for `ordinary`, which should be as long
 * as they are, or 50 ms. It counts the time of the processor, and of each the fastest of some runs, so that a busy machine
 * decides nothing.
 */
export async function expectLinear(
  read: (text: string) => unknown,
  { ordinary, texts }: { ordinary: string; texts: readonly string[] },
): Promise<void> {
  const time = async (text: string) => {
    const start = process.cpuUsage()
    await read(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  let ordinaryMs = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run += 1) ordinaryMs = Math.min(ordinaryMs, await time(ordinary))
  const unitMs = Math.max(ordinaryMs, LEAST_MS)
  for (const text of texts) {
    let ms = Number.POSITIVE_INFINITY
    for (let run = 0; run < RUNS_OF_SLOW && ms > MOST * unitMs; run += 1) ms = Math.min(ms, await time(text))
    expect(ms / unitMs, `${text.slice(0, 8)} … ${text.slice(-8)}`).toBeLessThan(MOST)
  }
}
