import { expect } from 'vitest'

/** The limit against an ordinary text: far above the spread of a linear reader, far below a quadratic one. */
const MOST = 50
/** The limit for a text four times as long: a linear reader takes 4 times as long, a quadratic one 16. */
const TIMES_LONGER = 4
const MOST_GROWTH = 10
const RUNS = 10
const RUNS_OF_SHORT = 3
/** The runs for a text above the limit, because on a busy machine each of ten runs can meet a pause. */
const RUNS_OF_SLOW = 40
/** Below this a pause of the machine takes longer than the reading. */
const LEAST_MS = 1

/** Pieces at which parsers and expressions of headers, addresses and JSON branch. */
const PIECES = [...'aA0 \t/+,;:=."\\()[]{}<>%-_~|@*', 'a=', 'a, ', '"",', '=;', '%2', '../', '\u00e9', '\ud83d\ude00']
const ENDINGS = ['+', '"', ' x', '=']

/** Texts of about `length` characters that cause backtracking in careless readers. */
export function worstTexts(length: number): string[] {
  return PIECES.flatMap((piece) => {
    const half = piece.repeat(length / 2 / piece.length)
    return [half + half, ...ENDINGS.map((ending) => half + ending.repeat(length / 2 / ending.length))]
  })
}

/**
 * Expects that `read` takes for each of `texts` at most 50 times as long as for `ordinary`, of the same
 * length, or 50 ms. For readers with a high fixed cost, such as a statement.
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
 * Expects that the time of `read` grows linearly from a quarter of `length` to `length`, for each text.
 * Linear time implies linear memory.
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
 * Returns the CPU time of the fastest run, so that the result does not depend on a busy machine.
 *
 * @param options.enoughMs a run below this time is the last one
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
