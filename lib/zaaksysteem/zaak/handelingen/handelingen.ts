import type { ZaaksysteemContext } from '../../context.ts'
import { RECOMPUTE_TERMIJN } from '../herberekening/recompute-termijn.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { EXPIRE_AANVULLING } from './aanvulling/expire-aanvulling.ts'
import { EXTEND_AANVULLING } from './aanvulling/extend-aanvulling.ts'
import { RECEIVE_AANVULLING } from './aanvulling/receive-aanvulling.ts'
import { REPORT_AANVULLING } from './aanvulling/report-aanvulling.ts'
import { REQUEST_AANVULLING } from './aanvulling/request-aanvulling.ts'
import { CORRECT_BESLUIT } from './besluit/correct-besluit.ts'
import { GRANT_VAN_RECHTSWEGE } from './besluit/grant-van-rechtswege.ts'
import { MAKE_BESLUIT_KNOWN } from './besluit/make-besluit-known.ts'
import { RECORD_BESLUIT } from './besluit/record-besluit.ts'
import { RECORD_ZIENSWIJZEN } from './besluit/record-zienswijzen.ts'
import { WITHDRAW_BESLUIT } from './besluit/withdraw-besluit.ts'
import { SEND_BRIEF } from './brief/send-brief.ts'
import { ADD_DOCUMENT_TO_ZAAK } from './document/add-document.ts'
import { WITHDRAW_DOCUMENT_OF_ZAAK } from './document/withdraw-document.ts'
import { FORWARD_ZAAK } from './doorzending/forward-zaak.ts'
import { CHANGE_GEGEVENS } from './gegevens/change-gegevens.ts'
import { UNDO_HANDELING } from './herstel/undo-handeling.ts'
import { DECLINE_INTREKKING } from './intrekking/decline-intrekking.ts'
import {
  type Act,
  isPossible,
  type Judged,
  judgeHandeling,
  type Outcome,
  performHandeling,
  type ReasonOf,
} from './perform-handeling.ts'
import type { Standing, Subject } from './rules.ts'
import { CHANGE_STATUS } from './status/change-status.ts'
import { CORRECT_STATUS } from './status/correct-status.ts'
import { REOPEN_ZAAK } from './status/reopen-zaak.ts'
import { CONTINUE_STILSTAND } from './stilstand/continue-stilstand.ts'
import { RESUME_ZAAK } from './stilstand/resume-zaak.ts'
import { SUSPEND_ZAAK } from './stilstand/suspend-zaak.ts'
import { ANNOUNCE_VERTRAGING } from './te-laat/announce-vertraging.ts'
import { LAPSE_INGEBREKESTELLING } from './te-laat/lapse-ingebrekestelling.ts'
import { RECEIVE_INGEBREKESTELLING } from './te-laat/receive-ingebrekestelling.ts'
import { SET_DWANGSOM } from './te-laat/set-dwangsom.ts'
import { EXTEND_ZAAK } from './verlenging/extend-zaak.ts'
import { ANSWER_VRAAG } from './vraag/answer-vraag.ts'

/** The acts on a zaak, by their name at the desk. */
export const HANDELINGEN = {
  status: CHANGE_STATUS,
  corrigeren: CORRECT_STATUS,
  herstellen: UNDO_HANDELING,
  gegevens: CHANGE_GEGEVENS,
  heropenen: REOPEN_ZAAK,
  opschorten: SUSPEND_ZAAK,
  hervatten: RESUME_ZAAK,
  'stilstand-vervolgen': CONTINUE_STILSTAND,
  verlengen: EXTEND_ZAAK,
  aanvullen: REQUEST_AANVULLING,
  'aanvulling-verlengen': EXTEND_AANVULLING,
  'aanvulling-gemeld': REPORT_AANVULLING,
  'aanvulling-ontvangen': RECEIVE_AANVULLING,
  'aanvulling-verlopen': EXPIRE_AANVULLING,
  zienswijzen: RECORD_ZIENSWIJZEN,
  'vertraging-melden': ANNOUNCE_VERTRAGING,
  ingebrekestelling: RECEIVE_INGEBREKESTELLING,
  'ingebrekestelling-vervallen': LAPSE_INGEBREKESTELLING,
  herberekenen: RECOMPUTE_TERMIJN,
  'dwangsom-vaststellen': SET_DWANGSOM,
  'per-post': SEND_BRIEF,
  'vraag-beantwoorden': ANSWER_VRAAG,
  'intrekking-afwijzen': DECLINE_INTREKKING,
  doorzenden: FORWARD_ZAAK,
  'van-rechtswege': GRANT_VAN_RECHTSWEGE,
  'besluit-bekendmaken': MAKE_BESLUIT_KNOWN,
  'besluit-vastleggen': RECORD_BESLUIT,
  'besluit-corrigeren': CORRECT_BESLUIT,
  'besluit-intrekken': WITHDRAW_BESLUIT,
  'document-toevoegen': ADD_DOCUMENT_TO_ZAAK,
  'document-intrekken': WITHDRAW_DOCUMENT_OF_ZAAK,
} as const satisfies Record<string, Act>

export type Handelingsnaam = keyof typeof HANDELINGEN

export type Refusal<Naam extends Handelingsnaam = Handelingsnaam> = ReasonOf<(typeof HANDELINGEN)[Naam]>

/** Returns the acts that are possible now with some input. */
export function possibleHandelingen<Naam extends Handelingsnaam>(namen: readonly Naam[], standing: Standing): Naam[] {
  return namen.filter((naam) => isPossible(HANDELINGEN[naam], standing))
}

/** Validated input of an act: of a request, a form or a stored bulkopdracht. */
type Checked = { toelichting?: string | undefined; reden?: string }

export function judgeNamed<Naam extends Handelingsnaam>(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool'>,
  naam: Naam,
  subject: Omit<Subject<Checked>, 'formulierhosts'>,
): Promise<Judged<Refusal<Naam>>> {
  const act = HANDELINGEN[naam] as unknown as Act<Checked>
  return judgeHandeling(ctx, act, subject) as Promise<Judged<Refusal<Naam>>>
}

export function performNamed<Naam extends Handelingsnaam>(
  ctx: ZaaksysteemContext,
  naam: Naam,
  input: Handeling & Checked,
  instead?: Parameters<typeof performHandeling>[3],
): Promise<Outcome<Refusal<Naam>>> {
  const act = HANDELINGEN[naam] as unknown as Act<Handeling & Checked>
  return performHandeling(ctx, act, input, instead) as Promise<Outcome<Refusal<Naam>>>
}
