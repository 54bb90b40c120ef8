import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type AbonnementResource, abonnementChange, abonnementPatch } from '#lib/contract/abonnement-resource.ts'
import { jsonResponse, type ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { ABONNEMENT } from '../../api/examples.ts'
import { type Call, operation } from '../../api/operation.ts'
import { NAME_UNKNOWN } from '../../catalogus/unknown-names.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ApiScope } from '../../env.ts'
import { changeAbonnement } from '../change-abonnement.ts'
import {
  AS_IT_IS,
  FIT_PROBLEMS,
  MERGE_PATCH,
  OF_ABONNEMENTEN,
  ONBEKEND_PROBLEMS,
  refuseInvalid,
  TOEGANG_PROBLEMS,
  toldOf,
} from './abonnement-operations.ts'
import { findUnknownWishes } from './abonnement-registreren.ts'
import { findAbonnementOfClient } from './abonnement-resource.ts'

const CHANGE = {
  ...OF_ABONNEMENTEN,
  answers: AS_IT_IS,
  problems: {
    ...ONBEKEND_PROBLEMS,
    name_unknown: NAME_UNKNOWN,
    not_changeable: {
      status: 400,
      detail:
        'Register again instead. At the same sink, a registration replaces this abonnement, including its credentialtype. At another sink it creates a second one; delete this one when you no longer need it. See errors.',
    },
    ...FIT_PROBLEMS,
    ...TOEGANG_PROBLEMS,
  },
  findMore: findUnknownWishes,
} as const

export const abonnementWijzigen = operation({
  ...CHANGE,
  on: 'PUT /abonnementen/{id}',
  id: 'abonnementWijzigen',
  summary: 'Replace the settings of an abonnement',
  description:
    'Replaces `naam`, `contact`, `types`, `filters` and `config`. An absent member gets its default, so send all of them, or use PATCH. Over HTTP, `protocolsettings` changes the credentials for the sink: an absent part stays, and null removes it. The other members of a GET response are allowed: `protocol`, `sink` and `sinkcredential` must be unchanged, and the rest is ignored.',
  body: { schema: abonnementChange.meta({ id: 'AbonnementWijziging' }), example: ABONNEMENT },
  handle: change,
})

export const abonnementAanpassen = operation({
  ...CHANGE,
  on: 'PATCH /abonnementen/{id}',
  id: 'abonnementAanpassen',
  summary: 'Change some settings of an abonnement',
  description:
    'Applies a JSON Merge Patch (RFC 7396). A list is replaced as a whole; of `config` only the given members change. `protocol`, `sink` and `sinkcredential` are allowed if unchanged. Over HTTP, `protocolsettings` changes the credentials for the sink, such as a new secret alone. A given part is replaced as a whole, because no response contains it, and null removes it.',
  body: {
    type: MERGE_PATCH,
    schema: abonnementPatch.meta({ id: 'AbonnementAanpassing' }),
    example: { config: { maxGelijktijdig: 32 }, protocolsettings: { headers: { 'X-Api-Key': 'key-of-the-gateway' } } },
  },
  problemHeaders: { 415: { 'Accept-Patch': z.literal(MERGE_PATCH) } },
  handle: change,
})

type Change = z.output<typeof abonnementChange>
type Patch = z.output<typeof abonnementPatch>

async function change(
  ctx: ZaaksysteemContext,
  call: Call<'{id}', unknown, Change | Patch, keyof typeof CHANGE.problems, ApiScope, false>,
): Promise<Response> {
  const { params, caller, actor, body, refuse } = call
  const whose = { client: caller.client, id: params.id }
  const abonnement = await findAbonnementOfClient(ctx, whose)
  if (!abonnement) return refuse('not_found')
  const fixed = findFixed(abonnement, body)
  const unknown = await findUnknownWishes(ctx, body, caller)

  const { naam, contact, types, filters, config } = body
  const { headers, oauth2, clientcertificate } = body.protocolsettings ?? {}
  const wanted = { naam, contact, types, filters, ...config, toegang: { headers, oauth2, clientcertificate } }
  const isWrong = fixed.length > 0 || unknown.length > 0
  const changed = await changeAbonnement(ctx, { ...whose, actor, change: wanted, isWrong })
  if (changed.ok) return jsonResponse(changed.abonnement)
  if (changed.reason === 'not_found') return refuse('not_found')
  return refuseInvalid(refuse, [
    ['not_changeable', fixed],
    ['name_unknown', unknown],
    ...toldOf(changed.faults, abonnement.protocol),
  ])
}

/** True when the settings may change: over NATS they must stay equal, and HTTP has no subject or stream. */
function areChangeable(
  { protocol, protocolsettings }: AbonnementResource,
  wish: NonNullable<Change['protocolsettings']>,
): boolean {
  if (protocol === 'NATS') return isDeepStrictEqual(wish, protocolsettings)
  return wish.subject === undefined && wish.stream === undefined
}

const ELSEWHERE = 'To use another one, register a second abonnement with it, and delete this one.'
const AT_THE_SAME_SINK = 'To use another one, register the same sink again with it, which replaces this abonnement.'

/** Returns the members that a change may not change, each with the way to change it. */
function findFixed(
  abonnement: AbonnementResource,
  {
    protocol,
    sink,
    protocolsettings,
    sinkcredential,
  }: Pick<Change, 'protocol' | 'sink' | 'protocolsettings' | 'sinkcredential'>,
): ProblemDetail[] {
  const { credentialtype } = abonnement.sinkcredential
  const fixed = [
    protocol && protocol !== abonnement.protocol && ['/protocol', ELSEWHERE],
    sink !== undefined && sink !== abonnement.sink && ['/sink', ELSEWHERE],
    protocolsettings && !areChangeable(abonnement, protocolsettings) && ['/protocolsettings', AT_THE_SAME_SINK],
    sinkcredential &&
      sinkcredential.credentialtype !== credentialtype && ['/sinkcredential/credentialtype', AT_THE_SAME_SINK],
  ]
  const detail = 'This cannot be changed: omit it, or send the present value.'
  return fixed.flatMap((each) => {
    if (!each) return []
    const [pointer, instead] = each as [string, string]
    return { code: 'not_changeable', detail: `${detail} ${instead}`, pointer }
  })
}
