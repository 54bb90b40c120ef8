import type { FieldError } from '#lib/ui/form/form-state.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { RECOMPUTE_TERMIJN } from '../herberekening/recompute-termijn.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { EXPIRE_AANVULLING } from './aanvulling/expire-aanvulling.ts'
import { EXTEND_AANVULLING, EXTEND_AANVULLING_PAGE } from './aanvulling/extend-aanvulling.ts'
import { RECEIVE_AANVULLING, RECEIVE_AANVULLING_PAGE } from './aanvulling/receive-aanvulling.ts'
import { REPORT_AANVULLING } from './aanvulling/report-aanvulling.ts'
import { REQUEST_AANVULLING } from './aanvulling/request-aanvulling.ts'
import { REQUEST_AANVULLING_PAGE } from './aanvulling/request-aanvulling-page.ts'
import { CORRECT_BESLUIT, CORRECT_BESLUIT_PAGE } from './besluit/correct-besluit.ts'
import { DECIDE_ZAAK, DECIDE_ZAAK_PAGE } from './besluit/decide-zaak.ts'
import { GRANT_VAN_RECHTSWEGE } from './besluit/grant-van-rechtswege.ts'
import { MAKE_BESLUIT_KNOWN, MAKE_BESLUIT_KNOWN_PAGE } from './besluit/make-besluit-known.ts'
import { RECORD_BESLUIT, RECORD_BESLUIT_PAGE } from './besluit/record-besluit.ts'
import { RECORD_ZIENSWIJZEN, RECORD_ZIENSWIJZEN_PAGE } from './besluit/record-zienswijzen.ts'
import { WITHDRAW_BESLUIT, WITHDRAW_BESLUIT_PAGE } from './besluit/withdraw-besluit.ts'
import { SEND_BRIEF, SEND_BRIEF_PAGE } from './brief/send-brief.ts'
import { ADD_DOCUMENT_TO_ZAAK } from './document/add-document.ts'
import { ADD_DOCUMENT_TO_ZAAK_PAGE } from './document/add-document-page.ts'
import { WITHDRAW_DOCUMENT_OF_ZAAK, WITHDRAW_DOCUMENT_OF_ZAAK_PAGE } from './document/withdraw-document.ts'
import { FORWARD_ZAAK, FORWARD_ZAAK_PAGE } from './doorzending/forward-zaak.ts'
import { CHANGE_GEGEVENS } from './gegevens/change-gegevens.ts'
import { CHANGE_GEGEVENS_PAGE } from './gegevens/change-gegevens-page.ts'
import type { Handelingspagina } from './handelingspagina.ts'
import { UNDO_HANDELING, UNDO_HANDELING_PAGE } from './herstel/undo-handeling.ts'
import { DECLINE_INTREKKING, DECLINE_INTREKKING_PAGE } from './intrekking/decline-intrekking.ts'
import {
  type Act,
  isPossible,
  type Judged,
  judgeHandeling,
  type Outcome,
  performHandeling,
  type ReasonOf,
} from './perform-handeling.ts'
import type { Standing, Subject, Weigering } from './rules.ts'
import { CHANGE_STATUS } from './status/change-status.ts'
import { CORRECT_STATUS, CORRECT_STATUS_PAGE } from './status/correct-status.ts'
import { REOPEN_ZAAK } from './status/reopen-zaak.ts'
import { CONTINUE_STILSTAND } from './stilstand/continue-stilstand.ts'
import { RESUME_ZAAK, RESUME_ZAAK_PAGE } from './stilstand/resume-zaak.ts'
import { SUSPEND_ZAAK } from './stilstand/suspend-zaak.ts'
import { SUSPEND_ZAAK_PAGE } from './stilstand/suspend-zaak-page.ts'
import { ANNOUNCE_VERTRAGING, ANNOUNCE_VERTRAGING_PAGE } from './te-laat/announce-vertraging.ts'
import { LAPSE_INGEBREKESTELLING } from './te-laat/lapse-ingebrekestelling.ts'
import { RECEIVE_INGEBREKESTELLING, RECEIVE_INGEBREKESTELLING_PAGE } from './te-laat/receive-ingebrekestelling.ts'
import { SET_DWANGSOM } from './te-laat/set-dwangsom.ts'
import { SET_DWANGSOM_PAGE } from './te-laat/set-dwangsom-page.ts'
import { EXTEND_ZAAK, EXTEND_ZAAK_PAGE } from './verlenging/extend-zaak.ts'
import { ANSWER_VRAAG, ANSWER_VRAAG_PAGE } from './vraag/answer-vraag.ts'

/** The acts on a zaak, by their name at the desk. */
export const HANDELINGEN = {
  status: CHANGE_STATUS,
  heropenen: REOPEN_ZAAK,
  beslissen: { ...DECIDE_ZAAK, page: DECIDE_ZAAK_PAGE },
  opschorten: { ...SUSPEND_ZAAK, page: SUSPEND_ZAAK_PAGE },
  hervatten: { ...RESUME_ZAAK, page: RESUME_ZAAK_PAGE },
  'stilstand-vervolgen': CONTINUE_STILSTAND,
  verlengen: { ...EXTEND_ZAAK, page: EXTEND_ZAAK_PAGE },
  aanvullen: { ...REQUEST_AANVULLING, page: REQUEST_AANVULLING_PAGE },
  'aanvulling-verlengen': { ...EXTEND_AANVULLING, page: EXTEND_AANVULLING_PAGE },
  'aanvulling-gemeld': REPORT_AANVULLING,
  'aanvulling-ontvangen': { ...RECEIVE_AANVULLING, page: RECEIVE_AANVULLING_PAGE },
  'aanvulling-verlopen': EXPIRE_AANVULLING,
  zienswijzen: { ...RECORD_ZIENSWIJZEN, page: RECORD_ZIENSWIJZEN_PAGE },
  'vertraging-melden': { ...ANNOUNCE_VERTRAGING, page: ANNOUNCE_VERTRAGING_PAGE },
  ingebrekestelling: { ...RECEIVE_INGEBREKESTELLING, page: RECEIVE_INGEBREKESTELLING_PAGE },
  'ingebrekestelling-vervallen': LAPSE_INGEBREKESTELLING,
  herberekenen: RECOMPUTE_TERMIJN,
  'per-post': { ...SEND_BRIEF, page: SEND_BRIEF_PAGE },
  'vraag-beantwoorden': { ...ANSWER_VRAAG, page: ANSWER_VRAAG_PAGE },
  'intrekking-afwijzen': { ...DECLINE_INTREKKING, page: DECLINE_INTREKKING_PAGE },
  'dwangsom-vaststellen': { ...SET_DWANGSOM, page: SET_DWANGSOM_PAGE },
  doorzenden: { ...FORWARD_ZAAK, page: FORWARD_ZAAK_PAGE },
  corrigeren: { ...CORRECT_STATUS, page: CORRECT_STATUS_PAGE },
  herstellen: { ...UNDO_HANDELING, page: UNDO_HANDELING_PAGE },
  gegevens: { ...CHANGE_GEGEVENS, page: CHANGE_GEGEVENS_PAGE },
  'van-rechtswege': GRANT_VAN_RECHTSWEGE,
  'besluit-bekendmaken': { ...MAKE_BESLUIT_KNOWN, page: MAKE_BESLUIT_KNOWN_PAGE },
  'besluit-vastleggen': { ...RECORD_BESLUIT, page: RECORD_BESLUIT_PAGE },
  'besluit-corrigeren': { ...CORRECT_BESLUIT, page: CORRECT_BESLUIT_PAGE },
  'besluit-intrekken': { ...WITHDRAW_BESLUIT, page: WITHDRAW_BESLUIT_PAGE },
  'document-toevoegen': { ...ADD_DOCUMENT_TO_ZAAK, page: ADD_DOCUMENT_TO_ZAAK_PAGE },
  'document-intrekken': { ...WITHDRAW_DOCUMENT_OF_ZAAK, page: WITHDRAW_DOCUMENT_OF_ZAAK_PAGE },
} as const satisfies Record<string, Act & { page?: Handelingspagina }>

export type Handelingsnaam = keyof typeof HANDELINGEN

/** The acts with a page of their own at the desk; their names are the last segment of its path. */
export type Handelingspad = {
  [Naam in Handelingsnaam]: (typeof HANDELINGEN)[Naam] extends { page: Handelingspagina } ? Naam : never
}[Handelingsnaam]
export const HANDELINGSPADEN = Object.keys(HANDELINGEN).filter(
  (naam): naam is Handelingspad => 'page' in HANDELINGEN[naam as Handelingsnaam],
)

/** The acts that a zaak asks for when they are possible, the most urgent first. */
export const ASKED: readonly Handelingspad[] = [
  'besluit-bekendmaken',
  'vraag-beantwoorden',
  'intrekking-afwijzen',
  'zienswijzen',
  'aanvulling-ontvangen',
  'hervatten',
  'beslissen',
  'dwangsom-vaststellen',
]

export const pageOf = (pad: Handelingspad): Handelingspagina => HANDELINGEN[pad].page

export type Refusal<Naam extends Handelingsnaam = Handelingsnaam> = ReasonOf<(typeof HANDELINGEN)[Naam]>

/** Each reason has one text and one field at the desk, whichever act it refuses. */
export const WEIGERINGEN = Object.fromEntries(
  Object.values(HANDELINGEN).flatMap(({ needs, rules }: Act) =>
    [...needs, ...rules].map(({ reason, tekst, veld }): [string, Weigering] => [reason, { tekst, veld }]),
  ),
) as Record<Refusal, Weigering>

/** Returns the errors of the form of an act that was refused. */
export function refusalErrors(broken: readonly Refusal[]): FieldError[] {
  return broken.map((reason) => {
    const { tekst: text, veld: name = 'toelichting' } = WEIGERINGEN[reason]
    return { name, text }
  })
}

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
