import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { type AbonnementResource, abonnementChange } from '#lib/contract/abonnement-resource.ts'
import { jsonResponse, type ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { ABONNEMENT } from '../../api/examples.ts'
import { operation } from '../../api/operation.ts'
import { changeAbonnement } from '../change-abonnement.ts'
import { findAbonnementOfClient } from '../find-abonnementen.ts'
import {
  AS_IT_IS,
  FIT_PROBLEMS,
  OF_ABONNEMENTEN,
  ONBEKEND_PROBLEMS,
  refuseFit,
  refuseToegang,
  TOEGANG_PROBLEMS,
} from './abonnement-operations.ts'
import { findUnknownWishes, NAME_UNKNOWN } from './unknown-names.ts'

export const abonnementWijzigen = operation({
  ...OF_ABONNEMENTEN,
  on: 'PUT /abonnementen/{id}',
  id: 'abonnementWijzigen',
  summary: 'Replaces what can be changed of an abonnement',
  description:
    'Its naam, contact, types, filters and config; an absent member gets its default. Over HTTP also what the sink asks besides, in `protocolsettings`: each part of it that is absent stays, and null takes it away. What else a GET answers may be there too: protocol, sink and sinkcredential as they are, the rest is ignored.',
  body: { schema: abonnementChange.meta({ id: 'AbonnementWijziging' }), example: ABONNEMENT },
  answers: AS_IT_IS,
  problems: {
    ...ONBEKEND_PROBLEMS,
    name_unknown: NAME_UNKNOWN,
    not_changeable: { status: 400, detail: 'Register another abonnement instead.' },
    ...FIT_PROBLEMS,
    ...TOEGANG_PROBLEMS,
  },
  async handle(ctx, { params: { id }, caller, actor, body, refuse }) {
    const { client } = caller
    const abonnement = await findAbonnementOfClient(ctx, { client, id })
    if (!abonnement) return refuse('not_found')
    const errors = findFixed(abonnement, body)
    if (errors.length > 0) return refuse('not_changeable', { errors })
    const unknown = await findUnknownWishes(ctx, body, caller)
    if (unknown.length > 0) return refuse('name_unknown', { errors: unknown })

    const { naam, contact, types, filters, config } = body
    const { headers, oauth2, clientcertificate } = body.protocolsettings ?? {}
    const change = { naam, contact, types, filters, ...config, toegang: { headers, oauth2, clientcertificate } }
    const changed = await changeAbonnement(ctx, { id, client, actor, change })
    if (changed.ok) return jsonResponse(changed.abonnement)
    if (changed.reason === 'not_found') return refuse('not_found')
    if (changed.reason === 'toegang_invalid') return refuseToegang(refuse, changed.fault)
    return refuseFit(refuse, changed.reason, abonnement.protocol)
  },
})

/** Over NATS they stay as they are; over HTTP there is no subject or stream. */
function areChangeable(
  { protocol, protocolsettings }: AbonnementResource,
  wish: NonNullable<z.output<typeof abonnementChange>['protocolsettings']>,
): boolean {
  if (protocol === 'NATS') return isDeepStrictEqual(wish, protocolsettings)
  return wish.subject === undefined && wish.stream === undefined
}

/** What a change names and cannot change. */
function findFixed(
  abonnement: AbonnementResource,
  { protocol, sink, protocolsettings, sinkcredential }: z.output<typeof abonnementChange>,
): ProblemDetail[] {
  const { credentialtype } = abonnement.sinkcredential
  const fixed = [
    protocol && protocol !== abonnement.protocol && '/protocol',
    sink !== undefined && sink !== abonnement.sink && '/sink',
    protocolsettings && !areChangeable(abonnement, protocolsettings) && '/protocolsettings',
    sinkcredential && sinkcredential.credentialtype !== credentialtype && '/sinkcredential/credentialtype',
  ]
  const detail = 'This cannot be changed; leave it out or repeat what it is.'
  return fixed.flatMap((pointer) => (pointer ? { code: 'not_changeable', detail, pointer } : []))
}
