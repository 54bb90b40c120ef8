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
  summary: 'Submit a message from the aanvrager',
  description:
    'Submits an aanvulling, a request to withdraw the aanvraag, or a question, which the behandelaar then sees. An inzending itself publishes no event. When it reports the last missing aanvulling, the term resumes and that publishes an event, unless the zaaktype requires a behandelaar to confirm it first. The `kenmerk` makes a retry idempotent, so no `Idempotency-Key` is needed.',
  scope: 'zaken.inzenden',
  lane: 'acts',
  body: {
    schema: inzendingRequest.meta({ id: 'Inzending' }),
    example: { kenmerk: KENMERK, soort: 'aanvulling', tijdstip: MOMENT, aanvullingen: [AANVULLING_ID] },
  },
  answers: {
    200: { description: 'The inzending was recorded before. Returns its present outcome.', ...answer },
    201: { description: 'The inzending was recorded. Returns its outcome.', ...answer },
  },
  problems: {
    not_found: { status: 404, detail: 'There is no zaak with this uuid.' },
    aanvulling_unknown: {
      status: 400,
      detail: 'aanvullingen holds an id that was never asked for this zaak, or bestanden one that aanvullingen lacks.',
    },
    bestand_unknown: {
      status: 400,
      detail:
        'bestanden repeats a bestand, or names one that belongs to another zaak or client, is a document already, or was deleted after a day. Nothing is recorded: upload its bytes again.',
    },
    kenmerk_reused: {
      status: 409,
      detail: 'This kenmerk was used for another inzending.',
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
