import { z } from 'zod'
import { MAX_FILTERS, storedFilters } from '#lib/contract/abonnement-filters.ts'
import {
  type AbonnementCreated,
  type AbonnementResource,
  abonnementCreated,
  abonnementRequest,
  eventType,
  MAX_TYPES,
  newSinkcredential,
} from '#lib/contract/abonnement-resource.ts'
import { jsonResponse, type ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { API } from '../../api/answer-request.ts'
import type { ApiClient } from '../../api/api-client.ts'
import { ABONNEMENT } from '../../api/examples.ts'
import { operation } from '../../api/operation.ts'
import { findUnknownNames, NAME_UNKNOWN, type Named, namedIn } from '../../catalogus/unknown-names.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { registerAbonnement } from '../register-abonnement.ts'
import {
  FIT_PROBLEMS,
  HANDSHAKE_LIMIT_PROBLEMS,
  LIMITS,
  OF_ABONNEMENTEN,
  quotaHeaders,
  refuseInvalid,
  refuseOverLimit,
  SINK_PROBLEMS,
  TOEGANG_PROBLEMS,
  toldOf,
} from './abonnement-operations.ts'

const { sink, types, filters } = ABONNEMENT
const REGISTERED = {
  schema: abonnementCreated.meta({ id: 'AbonnementGeregistreerd' }),
  headers: { Location: z.string().describe('The path of the abonnement.') },
}

export const abonnementRegistreren = operation({
  ...OF_ABONNEMENTEN,
  on: 'POST /abonnementen',
  id: 'abonnementRegistreren',
  summary: 'Register or replace an abonnement',
  description:
    'Follows section 3.3 of the CloudEvents subscriptions specification. After the registration a handshake follows: the zaaksysteem asks the sink for consent with OPTIONS (CloudEvents webhook 4.1). Deliveries contain only events that the client may read. A secret is in this response only.\n\nThe sink is stored exactly as given. Its path and query must be in normal form (RFC 3986 section 6.2.2); 400 `sink_not_normal` returns that form. Capitals in the scheme and host, a default port, an empty path and dot segments are allowed, because receivers normalize them.\n\nA client has one abonnement per sink; over NATS, one per subject of a sink. Registering it again replaces that abonnement and returns 200, so a receiver can register at every start. `naam`, `contact`, `types`, `filters` and `config` are replaced, with defaults for absent members, and so is the credentialtype. The id, the status and absent parts of `protocolsettings` stay. The secret stays unless the credentialtype changes. For a second abonnement with other filters, register the sink with another path or query, such as `?abonnement=2`.\n\n' +
    LIMITS,
  isCounted: true,
  body: {
    schema: abonnementRequest.meta({ id: 'AbonnementRegistratie' }),
    example: { protocol: 'HTTP', sink, types, filters, sinkcredential: { credentialtype: 'JWT' } },
  },
  answers: {
    200: {
      description: 'The existing abonnement of the client at this sink was replaced. A new handshake follows.',
      ...REGISTERED,
      example: ABONNEMENT,
    },
    201: {
      description: 'The abonnement was created and waits for the consent of its sink.',
      ...REGISTERED,
      example: { ...ABONNEMENT, status: 'wacht_op_toestemming' },
    },
  },
  problems: {
    ...SINK_PROBLEMS,
    name_unknown: NAME_UNKNOWN,
    ...FIT_PROBLEMS,
    ...TOEGANG_PROBLEMS,
    abonnement_limit: {
      status: 409,
      detail: 'The client has the maximum number of abonnementen. Delete one first.',
    },
    ...HANDSHAKE_LIMIT_PROBLEMS,
  },
  findMore: findUnknownWishes,
  async handle(ctx, { caller, actor, body, refuse }) {
    const { client } = caller
    const unknown = await findUnknownWishes(ctx, body, caller)
    const isWrong = unknown.length > 0
    const registered = await registerAbonnement(ctx, { client, actor, request: body, isWrong })
    if (!registered.ok && registered.reason === 'invalid') {
      return refuseInvalid(refuse, [['name_unknown', unknown], ...toldOf(registered.faults, body.protocol)])
    }
    if (!registered.ok) return refuseOverLimit(refuse, registered)

    const { isNew, abonnement, geheim } = registered
    const { sinkcredential } = abonnement
    const created: AbonnementCreated = {
      ...abonnement,
      sinkcredential: geheim ? showGeheim(sinkcredential, geheim) : sinkcredential,
    }
    const headers = { Location: `${API}/abonnementen/${abonnement.id}`, ...quotaHeaders(registered) }
    return jsonResponse(created, { status: isNew ? 201 : 200, headers })
  },
})

/**
 * Adds the secret to the response of a registration or a rotation. Like every API response it is `no-store`,
 * so that no cache keeps it.
 */
export function showGeheim(
  { credentialtype }: Pick<AbonnementResource['sinkcredential'], 'credentialtype'>,
  geheim: string,
) {
  return newSinkcredential.parse({ credentialtype, accesstoken: geheim, secret: geheim })
}

/** The parts of a request body that may hold names. Invalid parts are skipped. */
const wished = z.object({
  types: z.array(z.unknown()).max(MAX_TYPES).catch([]),
  filters: z.array(z.unknown()).max(MAX_FILTERS).catch([]),
})

/** Finds the names in a request that do not exist, among the zaaktypen that the client may see. */
export async function findUnknownWishes(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  json: unknown,
  client: Pick<ApiClient, 'zaaktypen'>,
): Promise<ProblemDetail[]> {
  const { types, filters } = wished.catch({ types: [], filters: [] }).parse(json)
  const named = [
    ...types.map((given, index): Named[] => {
      const name = eventType.safeParse(given)
      return name.success ? [{ kind: 'type', name: name.data, pointer: `/types/${index}` }] : []
    }),
    ...filters.map((given, index) => {
      const filter = storedFilters.element.safeParse(given)
      return filter.success ? namedIn(filter.data, `/filters/${index}`) : []
    }),
  ]
  return findUnknownNames(ctx, named.flat(), client)
}
