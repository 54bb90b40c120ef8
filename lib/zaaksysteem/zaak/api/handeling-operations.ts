import { GEBEURTENIS_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import { zaakChanged } from '#lib/contract/handeling-requests.ts'
import { operation, SLEUTEL_PROBLEMS } from '../../api/operation.ts'
import { performNamed } from '../handelingen/handelingen.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { API_HANDELINGEN, answerAct, ONBEKEND_PROBLEMS, refusalsOf, VERSIE_PROBLEMS } from './refusals.ts'

const changed = zaakChanged.meta({ id: 'ZaakGewijzigd' })

export const HANDELING_OPERATIONS = Object.values(API_HANDELINGEN).map(({ naam, act }) => {
  const { segment, scope, schema, id, name, summary, example } = act.api
  return operation({
    on: `POST /zaken/{uuid}/${segment}`,
    id,
    tag: 'Handelingen',
    summary,
    scope,
    once: true,
    lane: 'acts',
    body: { schema: schema.meta({ id: name }), example },
    answers: {
      201: {
        description: 'The act was performed.',
        schema: changed,
        example: { gebeurtenisId: GEBEURTENIS_ID, versie: 3 },
      },
    },
    problems: { ...SLEUTEL_PROBLEMS, ...ONBEKEND_PROBLEMS, ...VERSIE_PROBLEMS, ...refusalsOf(act) },
    async handle(ctx, { params, caller: { zaaktypen }, actor: { traceparent }, keyed, body, refuse }) {
      const { statustoelichting: toelichting, ...wanted } = body as { versie: number; statustoelichting?: string }
      const whose = { zaakId: params.uuid, zaaktypen, gezetDoor: { request: keyed }, traceparent }
      const handeling: Handeling = { ...wanted, toelichting, ...whose }
      return answerAct(ctx, { keyed, refuse }, async () => {
        const done = await performNamed(ctx, naam, handeling)
        if (!done.ok) return done
        const { gebeurtenisId, versie } = done
        return { ok: true, antwoord: { gebeurtenisId, versie } }
      })
    },
  })
})
