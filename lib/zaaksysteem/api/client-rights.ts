import { BALIE, OAUTH, type ZaaksysteemEnv } from '../env.ts'

/**
 * Returns the zaaktypen of each client of the environment (JSON, by name); null for all. While its token is
 * rotated, a client is listed twice and has the rights of both.
 */
export function clientsOfEnvironment({ ZAAKSYSTEEM_API_TOKENS: tokens }: ZaaksysteemEnv): string {
  const byClient = [...Map.groupBy(tokens, ({ client }) => client)]
  const limits = byClient.map(([client, own]) => [
    client,
    own.every(({ zaaktypen }) => zaaktypen) ? own.flatMap(({ zaaktypen = [] }) => zaaktypen) : null,
  ])
  return JSON.stringify(Object.fromEntries(limits))
}

/**
 * The present read rights of the client of an abonnement, as columns for `from abonnement left join
 * api_client on api_client.naam = abonnement.client`. A client that was revoked or has expired may read
 * nothing. Neither may one that was removed from the environment and is not registered at the desk, because
 * its limits are gone too.
 *
 * @param parameters.clients - the parameter with `clientsOfEnvironment`
 */
export const clientRights = ({ now, clients }: { now: string; clients: string }) => `
  coalesce(
    ingetrokken_op is null and verloopt_op > ${now}::timestamptz,
    abonnement.client = '${BALIE}' or starts_with(abonnement.client, '${OAUTH}') or ${clients}::jsonb ? abonnement.client
  ) as client_open,
  nullif(api_client.types, '{}') as client_types,
  nullif(api_client.zaaktypen, '{}') as client_zaaktypen,
  nullif(${clients}::jsonb -> abonnement.client, 'null') as configured_zaaktypen`

/** True for an event with `type` and `zaaktype` within the columns of `clientRights`. */
export const IN_CLIENT_RIGHTS = `
  (client_types is null or type = any (client_types))
  and (client_zaaktypen is null or zaaktype = any (client_zaaktypen))
  and (configured_zaaktypen is null or configured_zaaktypen ? zaaktype)`

/** SQL of the zaaktype of the zaak with this id, also of a removed one. */
export const zaaktypeOf = (id: string) => `coalesce(
  (select zaaktype from zaak where id = ${id}), (select zaaktype from verwijderde_zaak where id = ${id})
)`
