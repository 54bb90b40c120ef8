/** The answer to giving zaken to somebody. */
export type VerdeelState = {
  /** what was done */
  done: string[]
  /** what was not, and why */
  refused?: { title: string; lines: string[] } | undefined
}

export const INITIAL: VerdeelState = { done: [] }
