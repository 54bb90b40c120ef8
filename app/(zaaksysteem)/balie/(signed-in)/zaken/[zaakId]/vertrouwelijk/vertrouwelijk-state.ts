/** `round` counts the answers; as a React key it makes the field new. */
export type VertrouwelijkState = { round: number; entered?: string; error?: string }

export const INITIAL: VertrouwelijkState = { round: 0 }
