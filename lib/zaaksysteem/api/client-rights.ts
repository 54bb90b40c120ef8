import { BALIE, OAUTH, type ZaaksysteemEnv } from '../env.ts'

/**
 * The zaaktypen of each client of the environment (JSON, by name); null: all. While its token is replaced, a client stands
 * there twice and may do what either may.
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
 * What the client of an abonnement may read now: columns for `from abonnement left join api_client on api_client.naam =
 * abonnement.client`. It may read nothing when it was withdrawn, has expired, or left the environment and is not at the
 * desk: with its entry its limits are gone too.
 *
 * @param parameters.clients - that of `clientsOfEnvironment`
 */
export const clientRights = ({ now, clients }: { now: string; clients: string }) => `
  coalesce(
    ingetrokken_op is null and verloopt_op > ${now}::timestamptz,
    abonnement.client = '${BALIE}' or starts_with(abonnement.client, '${OAUTH}') or ${clients}::jsonb ? abonnement.client
  ) as client_open,
  nullif(api_client.types, '{}') as client_types,
  nullif(api_client.zaaktypen, '{}') as client_zaaktypen,
  nullif(${clients}::jsonb -> abonnement.client, 'null') as configured_zaaktypen`

/** Of an event with `type` and `zaaktype`, by the columns of `clientRights`. */
export const IN_CLIENT_RIGHTS = `
  (client_types is null or type = any (client_types))
  and (client_zaaktypen is null or zaaktype = any (client_zaaktypen))
  and (configured_zaaktypen is null or configured_zaaktypen ? zaaktype)`
