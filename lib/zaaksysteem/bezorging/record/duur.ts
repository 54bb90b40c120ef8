/** Upper bounds of the classes in which durations of attempts are counted; longer ones fall in one further class. */
export const DUUR_GRENZEN_MS: readonly number[] = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]

/** The index of the class that `duurMs` falls in. */
export function duurklasse(duurMs: number): number {
  const klasse = DUUR_GRENZEN_MS.findIndex((grensMs) => duurMs <= grensMs)
  return klasse === -1 ? DUUR_GRENZEN_MS.length : klasse
}
