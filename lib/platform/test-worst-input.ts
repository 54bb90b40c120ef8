import { expect } from 'vitest'

/**
 * Far more than a linear reader differs with what it reads; a quadratic one exceeds it a hundred times over.
 */
const MOST = 50
/**
 * The limit for a text that is four times as long: a linear reader takes four times as long for it, a
 * quadratic one sixteen times.
 */
const TIMES_LONGER = 4
const MOST_GROWTH = 10
const RUNS = 10
const RUNS_OF_SHORT = 3
/**
 * Only a text that exceeds the limit is read so often: on a machine with much to do each of ten can meet a
 * pause.
 */
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
 * Expects that `read` takes no more than 50 times as long for any of `texts` as for `ordinary`, which should
 * be as long as they are, or 50 ms. For what costs much beside the reading, such as a statement.
 */
export async function expectLinear(
  read: (text: string) => unknown,
  { ordinary, texts }: { ordinary: string; texts: readonly string[] },
): Promise<void> {
  const unitMs = Math.max(await fastest(() => read(ordinary), { runs: RUNS }), LEAST_MS)
  for (const text of new Set(texts)) {
    const ms = await fastest(() => read(text), { runs: RUNS_OF_SLOW, enoughMs: MOST * unitMs })
    expect(ms / unitMs, `${text.slice(0, 8)} … ${text.slice(-8)}`).toBeLessThan(MOST)
  }
}

/**
 * Expects that what `read` takes for each text of `length` grows as the text does, from one of a quarter of
 * it. What takes linear time takes no more than linear memory.
 *
 * @param input.textsOf the same texts of any length
 */
export async function expectLinearGrowth(
  read: (text: string) => unknown,
  { textsOf, length }: { textsOf: (length: number) => string[]; length: number },
): Promise<void> {
  const longer = textsOf(length)
  for (const [index, short] of textsOf(length / TIMES_LONGER).entries()) {
    const long = longer[index] as string
    const unitMs = Math.max(await fastest(() => read(short), { runs: RUNS_OF_SHORT }), LEAST_MS)
    const ms = await fastest(() => read(long), { runs: RUNS_OF_SLOW, enoughMs: MOST_GROWTH * unitMs })
    expect(ms / unitMs, `${long.slice(0, 80)} … ${long.slice(-8)}`).toBeLessThan(MOST_GROWTH)
  }
}

/**
 * The processor time of the fastest of some runs, so that a busy machine decides nothing.
 *
 * @param options.enoughMs a run that took less is the last one
 */
async function fastest(run: () => unknown, { runs, enoughMs = 0 }: { runs: number; enoughMs?: number }) {
  let fastestMs = Number.POSITIVE_INFINITY
  for (let count = 0; count < runs && fastestMs > enoughMs; count += 1) {
    const start = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(start)
    fastestMs = Math.min(fastestMs, (user + system) / 1000)
  }
  return fastestMs
}
