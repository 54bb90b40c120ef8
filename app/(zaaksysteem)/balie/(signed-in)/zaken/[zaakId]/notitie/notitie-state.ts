/** The answer to saving. `round` counts the answers; as a React key it makes the field new. */
export type NotitieState = { round: number } & (
  | { kind: 'initial' | 'saved'; error?: undefined; entered?: undefined }
  | { kind: 'invalid'; error: string; entered: string }
)

export const INITIAL: NotitieState = { kind: 'initial', round: 0 }
