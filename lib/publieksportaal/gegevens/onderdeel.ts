import type { PublieksportaalContext } from '../context.ts'

/** One thing that the portal holds about a citizen, with names as in the glossary: it is shown and downloaded as it is. */
export type Regel = {
  /** what the next page begins after */
  id: string
  gegevens: Record<string, unknown>
}

/** A page of them, at most `limit`, the newest first: downwards by `id`. */
export type ReadOnderdeel = (
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  page: { burgerId: string; na: string | undefined; limit: number },
) => Promise<Regel[]>
