import type { ZaaksysteemContext } from '../context.ts'
import { OPDRACHTREGEL } from './recorded-transaction.ts'

export type ActorChoice = { actor: string; naam: string }

/** Whom the audittrail can be searched for: everybody who ever signed in at the desk by name, then API clients and commands. */
export async function findActors({ db, env }: Pick<ZaaksysteemContext, 'db' | 'env'>): Promise<ActorChoice[]> {
  const [behandelaars, registered] = await Promise.all([
    db.behandelaar.findMany({ orderBy: { naam: 'asc' }, select: { id: true, naam: true } }),
    db.apiClient.findMany({ orderBy: { naam: 'asc' }, select: { naam: true } }),
  ])
  // While a token is replaced, its client stands in the environment twice.
  const clients = new Set([
    ...env.ZAAKSYSTEEM_API_TOKENS.map(({ client }) => client),
    ...registered.map(({ naam }) => naam),
  ])
  return [
    ...behandelaars.map(({ id, naam }) => ({ actor: id, naam })),
    ...[...clients, OPDRACHTREGEL.id].map((actor) => ({ actor, naam: actor })),
  ]
}
