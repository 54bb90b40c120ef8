/** Upper bounds of the histogram of durations of attempts. Longer ones fall in one further bucket. */
export const DUUR_GRENZEN_MS: readonly number[] = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]

export function duurklasse(duurMs: number): number {
  const klasse = DUUR_GRENZEN_MS.findIndex((grensMs) => duurMs <= grensMs)
  return klasse === -1 ? DUUR_GRENZEN_MS.length : klasse
}
