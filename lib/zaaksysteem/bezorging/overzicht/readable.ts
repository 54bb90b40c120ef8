import { clientRights, IN_CLIENT_RIGHTS, zaaktypeOf } from '../../api/client-rights.ts'

/**
 * True when the client of a `bezorging` may read its `gebeurtenis` now: only then is it sent again. A removed
 * zaak keeps its zaaktype. Events about abonnementen went only to abonnementen of their own client. A
 * subquery, because a join could be planned as a scan of all events.
 */
export const readable = (parameters: { now: string; clients: string }) => `(
      select client_open and (gebeurtenis.sequence < 0 or ${IN_CLIENT_RIGHTS})
      from (
        select ${clientRights(parameters)}, gebeurtenis.type, ${zaaktypeOf('bezorging.zaak_id')} as zaaktype
        from abonnement left join api_client on api_client.naam = abonnement.client
        where abonnement.id = bezorging.abonnement_id
      ) owned
    )`
