import type { ZaaksysteemContext } from '../context.ts'
import { OAUTH } from '../env.ts'
import { OPDRACHTREGEL } from './recorded-transaction.ts'

/**
 * Clients of the authorization server are known only by their auditregels. A DISTINCT would read the whole
 * index; this takes the first entry of each actor.
 */
const OAUTH_CLIENTS = `
  with recursive found (actor) as (
    (select actor from auditregel where actor is not null order by actor limit 1)
    union all
    select (select actor from auditregel where actor > found.actor order by actor limit 1) from found
    where found.actor is not null
  )
  select actor from found where starts_with(actor, $1) order by actor`

type ActorChoice = { actor: string; naam: string }

/** Returns the actors to filter by: behandelaars by name, then API clients and commands. */
export async function findActors({ pool, env }: Pick<ZaaksysteemContext, 'pool' | 'env'>): Promise<ActorChoice[]> {
  const [{ rows: behandelaars }, { rows: registered }, { rows: known }] = await Promise.all([
    pool.query<ActorChoice>('select id as actor, naam from behandelaar order by naam'),
    pool.query<{ naam: string }>('select naam from api_client order by naam'),
    pool.query<{ actor: string }>(OAUTH_CLIENTS, [OAUTH]),
  ])
  // A client occurs twice in the environment while its token is replaced.
  const clients = new Set([
    ...env.ZAAKSYSTEEM_API_TOKENS.map(({ client }) => client),
    ...registered.map(({ naam }) => naam),
    ...known.map(({ actor }) => actor),
  ])
  return [...behandelaars, ...[...clients, OPDRACHTREGEL.id].map((actor) => ({ actor, naam: actor }))]
}
