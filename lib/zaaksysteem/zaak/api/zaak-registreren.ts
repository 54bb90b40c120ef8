import { z } from 'zod'
import { GEBEURTENIS_ID, ZAAK_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import { registratieRequest, zaakRegistered } from '#lib/contract/handeling-requests.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { jsonResponse, type ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { answerOnce } from '../../api/answer-once.ts'
import { API } from '../../api/answer-request.ts'
import type { ApiClient } from '../../api/api-client.ts'
import { ZAAK } from '../../api/examples.ts'
import { operation, SLEUTEL_PROBLEMS } from '../../api/operation.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import {
  checkAanvraag,
  EARLIEST_STARTDATUM,
  GEGEVENS_RULES,
  type GegevensRefusal,
  type RegisterRefusal,
} from '../registratie/check-aanvraag.ts'
import { type Registering, registerZaak } from '../registratie/register-zaak.ts'

type Told = { pointer: string; detail: string }

const OF_GEGEVENS = Object.fromEntries(
  GEGEVENS_RULES.map(({ reason, pointer, detail }) => [reason, { pointer, detail }]),
) as Record<GegevensRefusal, Told>

/** The problem of each refusal. None quotes the input, which may be a BSN. */
export const REGISTRATION_REFUSALS: Record<RegisterRefusal, Told> = {
  zaaktype_unknown: { pointer: '/zaaktype', detail: 'There is no such zaaktype.' },
  ...OF_GEGEVENS,
  startdatum_invalid: { pointer: '/startdatum', detail: 'startdatum must be a date, yyyy-mm-dd.' },
  startdatum_in_future: { pointer: '/startdatum', detail: 'startdatum must not lie after today.' },
  startdatum_too_early: { pointer: '/startdatum', detail: `startdatum must not lie before ${EARLIEST_STARTDATUM}.` },
  team_unknown: { pointer: '/team', detail: 'The team does not exist or has ended.' },
  team_not_permitted: { pointer: '/team', detail: 'This team is not yours.' },
  behandelaar_unknown: { pointer: '/behandelaar', detail: 'No behandelaar with this sub has signed in yet.' },
  behandelaar_not_permitted: {
    pointer: '/behandelaar',
    detail: 'This behandelaar may not handle zaken of that team, or not this vertrouwelijke zaak.',
  },
  not_coordinator: { pointer: '/behandelaar', detail: 'Only a coordinator may assign a zaak to somebody else.' },
}

const answer = {
  schema: zaakRegistered.meta({ id: 'ZaakGeregistreerd' }),
  headers: { Location: z.string().describe('The path of the zaak.') },
  example: { uuid: ZAAK_ID, identificatie: ZAAK.identificatie, versie: 1, gebeurtenisId: GEBEURTENIS_ID },
}

const toldOf = (broken: readonly RegisterRefusal[]) => broken.map((code) => ({ code, ...REGISTRATION_REFUSALS[code] }))

/** Returns the further errors of a body with unknown members that is valid without those. */
async function findRefusals(
  ctx: ZaaksysteemContext,
  json: unknown,
  { zaaktypen }: Pick<ApiClient, 'zaaktypen'>,
): Promise<ProblemDetail[]> {
  const known = registratieRequest.strip().safeParse(json)
  if (!known.success) return []
  const { initiator: aanvrager, behandelaar: subject, ...wanted } = known.data
  const behandelaar = subject === undefined ? undefined : { subject }
  const today = dateInAmsterdam(ctx.clock())
  const checked = await checkAanvraag(
    ctx,
    { ...wanted, aanvrager, zaaktypen, behandelaar },
    { today, behandelaarId: undefined },
  )
  return checked.ok ? [] : toldOf(checked.broken)
}

export const zaakRegistreren = operation({
  on: 'POST /zaken',
  id: 'zaakRegistreren',
  tag: 'Zaken',
  summary: 'Register a zaak',
  description:
    'Opens the zaak with its first status and publishes one event. A repeat with the same `kenmerk` and content returns 200 with the existing zaak.',
  scope: 'zaken.aanmaken',
  once: true,
  body: {
    schema: registratieRequest.meta({ id: 'Registratie' }),
    example: {
      zaaktype: 'OMG-REG',
      omschrijving: 'Dakkapel aan de achterkant',
      initiator: { naam: 'J. de Vries', bsn: '999990342' },
      kenmerk: 'formulier-2026-4711',
    },
  },
  answers: {
    201: { description: 'The zaak was registered.', ...answer },
    200: { description: 'The zaak existed already.', ...answer },
  },
  problems: {
    registration_refused: {
      status: 400,
      detail: 'The zaak cannot be registered with this data; see errors.',
    },
    kenmerk_reused: {
      status: 409,
      detail: 'This kenmerk was used for another zaak.',
    },
    ...SLEUTEL_PROBLEMS,
  },
  findMore: findRefusals,
  async handle(ctx, { caller, actor, keyed, body, refuse }) {
    const { initiator: aanvrager, behandelaar: subject, ...wanted } = body
    const answer = await answerOnce<Exclude<Registering, { ok: true }>>(ctx, keyed, async () => {
      const registered = await registerZaak(ctx, {
        ...wanted,
        aanvrager,
        zaaktypen: caller.zaaktypen,
        behandelaar: subject === undefined ? undefined : { subject },
        gezetDoor: { request: keyed },
        traceparent: actor.traceparent,
      })
      if (!registered.ok) return registered
      const { isNew, id: uuid, identificatie, versie, gebeurtenisId } = registered
      return { ok: true, httpStatus: isNew ? 201 : 200, antwoord: { uuid, identificatie, versie, gebeurtenisId } }
    })
    if (answer.ok) {
      const headers = { Location: `${API}/zaken/${answer.antwoord.uuid}` }
      return jsonResponse(answer.antwoord, { status: answer.httpStatus, headers })
    }
    if (answer.reason !== 'refused') return refuse(answer.reason)
    return refuse('registration_refused', {
      errors: toldOf(answer.broken),
    })
  },
})
