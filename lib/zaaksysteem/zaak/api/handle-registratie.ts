import { registratieRequest } from '#lib/contract/handeling-requests.ts'
import { jsonResponse, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { answerOnce } from '../../api/answer-once.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { keyReusedResponse, readIdempotentRequest } from '../../api/read-idempotent-request.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { EARLIEST_STARTDATUM, MAX_NAAM, MAX_OMSCHRIJVING, type RegisterRefusal } from '../registratie/check-aanvraag.ts'
import { type Registering, registerZaak } from '../registratie/register-zaak.ts'

/** Never quotes what was sent: that can be a BSN. */
const REFUSALS: Record<RegisterRefusal, { pointer: string; detail: string }> = {
  zaaktype_unknown: { pointer: '/zaaktype', detail: 'There is no such zaaktype.' },
  omschrijving_missing: { pointer: '/omschrijving', detail: 'omschrijving must not be empty.' },
  omschrijving_too_long: {
    pointer: '/omschrijving',
    detail: `omschrijving holds at most ${MAX_OMSCHRIJVING} characters.`,
  },
  omschrijving_characters: { pointer: '/omschrijving', detail: 'omschrijving must be one line of text.' },
  aanvrager_not_one: { pointer: '/initiator', detail: 'initiator needs either a bsn or a kvkNummer.' },
  bsn_invalid: { pointer: '/initiator/bsn', detail: 'bsn must be nine digits that pass the elfproef.' },
  kvk_invalid: { pointer: '/initiator/kvkNummer', detail: 'kvkNummer must be eight digits.' },
  vestiging_invalid: {
    pointer: '/initiator/vestigingsnummer',
    detail: 'vestigingsnummer must be twelve digits, beside a kvkNummer.',
  },
  naam_missing: { pointer: '/initiator/naam', detail: 'naam must not be empty.' },
  naam_too_long: { pointer: '/initiator/naam', detail: `naam holds at most ${MAX_NAAM} characters.` },
  naam_characters: { pointer: '/initiator/naam', detail: 'naam must be one line of text.' },
  startdatum_invalid: { pointer: '/startdatum', detail: 'startdatum must be a date, yyyy-mm-dd.' },
  startdatum_in_future: { pointer: '/startdatum', detail: 'startdatum must not lie after today.' },
  startdatum_too_early: { pointer: '/startdatum', detail: `startdatum must not lie before ${EARLIEST_STARTDATUM}.` },
  team_unknown: { pointer: '/team', detail: 'No zaaktype of the municipality has this team.' },
  team_not_permitted: { pointer: '/team', detail: 'This team is not yours.' },
  behandelaar_unknown: { pointer: '/behandelaar', detail: 'No behandelaar with this sub has signed in yet.' },
  behandelaar_not_permitted: {
    pointer: '/behandelaar',
    detail: 'This behandelaar may not treat zaken of that team, or not this vertrouwelijke one.',
  },
  not_coordinator: { pointer: '/behandelaar', detail: 'Only a coordinator gives a zaak to somebody else.' },
}

export const REGISTRATIE_PROBLEMS = {
  registration_refused: {
    status: 400,
    title: 'Not registered',
    detail: 'No zaak can be registered like this; see errors.',
  },
  kenmerk_reused: {
    status: 409,
    title: 'Kenmerk used before',
    detail: 'Another zaak was registered under this kenmerk.',
  },
} as const satisfies Problems

/** `POST /v1/zaken`: an allowed client opens a zaak, once for each Idempotency-Key and once for each kenmerk. */
export async function handleRegistratie(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  const caller = await authorizeClient(ctx, request.headers, 'zaken.aanmaken')
  if (!caller.ok) return caller.response
  const read = await readIdempotentRequest(request, {
    client: caller.client,
    target: 'zaken',
    schema: registratieRequest,
  })
  if (!read.ok) return read.response

  const { keyed } = read
  const { initiator: aanvrager, behandelaar: subject, ...wanted } = read.value
  const answer = await answerOnce<Exclude<Registering, { ok: true }>>(ctx, keyed, async () => {
    const registered = await registerZaak(ctx, {
      ...wanted,
      aanvrager,
      zaaktypen: caller.zaaktypen,
      behandelaar: subject === undefined ? undefined : { subject },
      gezetDoor: { request: keyed },
      traceparent: traceparentOf(request.headers.get('traceparent')),
    })
    if (!registered.ok) return registered
    const { isNew, id: uuid, identificatie, versie, gebeurtenisId } = registered
    return { ok: true, httpStatus: isNew ? 201 : 200, antwoord: { uuid, identificatie, versie, gebeurtenisId } }
  })
  if (answer.ok) {
    const headers = { Location: `/api/zaaksysteem/v1/zaken/${answer.antwoord.uuid}` }
    return jsonResponse(answer.antwoord, { status: answer.httpStatus, headers })
  }
  if (answer.reason === 'key_reused') return keyReusedResponse()
  return answer.reason === 'refused' ? refused(answer.broken) : kenmerkReused()
}

function refused(broken: RegisterRefusal[]): Response {
  const errors = broken.map((code) => ({ code, ...REFUSALS[code] }))
  return problemResponse({ code: 'registration_refused', ...REGISTRATIE_PROBLEMS.registration_refused, errors })
}

function kenmerkReused(): Response {
  return problemResponse({ code: 'kenmerk_reused', ...REGISTRATIE_PROBLEMS.kenmerk_reused })
}
