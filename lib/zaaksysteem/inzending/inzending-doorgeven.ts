import { MOMENT } from '#lib/contract/beschrijving/event-schemas.ts'
import {
  type InzendingRequest,
  type Inzendinguitkomst,
  inzendingAnswer,
  inzendingRequest,
} from '#lib/contract/inzendingen.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { AANVULLING_ID } from '../api/examples.ts'
import { operation } from '../api/operation.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { completeAanvulling, findUitkomst } from './complete-aanvulling.ts'
import { recordInzending } from './record-inzending.ts'

const KENMERK = 'K7QD-3MXA'
const answer = {
  schema: inzendingAnswer.meta({ id: 'InzendingVerwerkt' }),
  example: { kenmerk: KENMERK, uitkomst: 'recorded' },
}

export const inzendingDoorgeven = operation({
  on: 'POST /zaken/{uuid}/inzendingen',
  id: 'inzendingDoorgeven',
  tag: 'Handelingen',
  summary: 'Passes on what the aanvrager says of a zaak, or asks',
  description:
    'The behandelaar is told of it. It makes no event itself; that all of an aanvulling was said to be sent lets the term run again, which does, unless the zaaktype waits for a behandelaar to confirm it. It happens once for each kenmerk, so it needs no Idempotency-Key.',
  scope: 'zaken.inzenden',
  lane: 'acts',
  body: {
    schema: inzendingRequest.meta({ id: 'Inzending' }),
    example: { kenmerk: KENMERK, soort: 'aanvulling', tijdstip: MOMENT, aanvullingen: [AANVULLING_ID] },
  },
  answers: {
    200: { description: 'It was recorded before. What has become of it by now.', ...answer },
    201: { description: 'It is recorded. What has become of it.', ...answer },
  },
  problems: {
    not_found: { status: 404, detail: 'There is no zaak with this uuid.' },
    aanvulling_unknown: {
      status: 400,
      detail: 'aanvullingen holds one that was never asked for this zaak, or bestanden one that aanvullingen does not.',
    },
    bestand_unknown: {
      status: 400,
      detail:
        'bestanden holds one twice, or one of another zaak, or of another client, or that is a document already, or that was removed after a day. Nothing is recorded: send its bytes again.',
    },
    kenmerk_reused: {
      status: 409,
      detail: 'Another inzending was recorded under this kenmerk.',
    },
  },
  async handle(ctx, { params: { uuid: zaakId }, caller: { zaaktypen }, actor, body: inzending, refuse }) {
    const recorded = await recordInzending(ctx, { zaakId, zaaktypen, inzending, actor })
    if (!recorded.ok) return refuse(recorded.reason)
    const uitkomst = recorded.uitkomst ?? (await settleInzending(ctx, { zaakId, inzending, actor }))
    return jsonResponse({ kenmerk: inzending.kenmerk, uitkomst }, { status: recorded.isNew ? 201 : 200 })
  },
})

/** Completes the aanvulling when possible; the other soorten wait for the behandelaar. */
async function settleInzending(
  ctx: ZaaksysteemContext,
  { zaakId, inzending, actor }: { zaakId: string; inzending: InzendingRequest; actor: TracedActor },
): Promise<Inzendinguitkomst> {
  if (inzending.soort !== 'aanvulling') return 'recorded'
  await completeAanvulling(ctx, { zaakId, gezetDoor: { client: actor.id }, traceparent: actor.traceparent })
  return findUitkomst(ctx, { zaakId, ...inzending })
}
