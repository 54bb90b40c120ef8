import type { PublieksportaalContext } from '../context.ts'
import { agendaUrl } from './token.ts'

export type AgendaVanBurger = {
  /** for a calendar program; anybody with this URL sees the dates */
  url: string
  taal: 'nl' | 'en'
  /** null until a program has fetched it */
  opgehaaldOp: Date | null
}

/** Returns the agenda of this citizen; `undefined` when there is none. */
export async function findAgenda(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  { burgerId }: { burgerId: string },
): Promise<AgendaVanBurger | undefined> {
  const row = await ctx.db.agenda.findUnique({ where: { burgerId } })
  if (!row) return undefined
  const { taal, aangemaaktOp, opgehaaldOp } = row
  return { url: agendaUrl(ctx.env, row), taal, opgehaaldOp: opgehaaldOp > aangemaaktOp ? opgehaaldOp : null }
}
