import { bewijzenRequest } from '#lib/contract/bewijs/bewijzen.ts'
import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { authorizeClient } from '../api/api-client.ts'
import { apiActor } from '../audit/api-actor.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { recordBewijzen } from './record-bewijzen.ts'

const refuseMethod = methodNotAllowed('POST')

/** `/v1/bewijzen`: a client reports what became of changes at the side of the citizen. One that is refused spoils no other. */
export async function handleBewijzen(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'bewijzen.melden')
  if (!caller.ok) return caller.response
  const read = await readJsonRequest(request, bewijzenRequest)
  if (!read.ok) return read.response

  const bewijzen = read.value.bewijzen.map(({ tijdstip, ...rest }) => ({ ...rest, tijdstip: new Date(tijdstip) }))
  const { zaaktypen } = caller
  const uitkomsten = await recordBewijzen(ctx, { bewijzen, zaaktypen, actor: apiActor(caller.client, request) })
  return jsonResponse({
    bewijzen: bewijzen.map(({ gebeurtenisId, soort }, index) => ({
      gebeurtenisId,
      soort,
      uitkomst: uitkomsten[index],
    })),
  })
}
