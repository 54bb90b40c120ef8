/** The answer to saving. `round` counts the answers; as a React key it makes the fields new. */
export type WeergaveState = { round: number } & (
  | { kind: 'initial' | 'saved'; errors?: undefined; entered?: undefined }
  | { kind: 'invalid'; errors: string[]; entered: { naam: string; voor: string } }
)

export const INITIAL: WeergaveState = { kind: 'initial', round: 0 }
