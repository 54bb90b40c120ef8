import type { z } from 'zod'
import {
  aanvullingRequest,
  aanvullingsverzoekRequest,
  correctieRequest,
  heropeningRequest,
  hervattingRequest,
  opschortingRequest,
  statusRequest,
  verlengingRequest,
} from '#lib/contract/handeling-requests.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ApiScope } from '../../env.ts'
import { changeStatus, RULES as STATUS } from '../handeling/change-status.ts'
import { RULES as CORRECTIE, correctStatus } from '../handeling/correct-status.ts'
import { extendZaak, RULES as VERLENGING } from '../handeling/extend-zaak.ts'
import type { Outcome } from '../handeling/perform-handeling.ts'
import { RULES as AANVULLING, receiveAanvulling } from '../handeling/receive-aanvulling.ts'
import { RULES as HEROPENING, reopenZaak } from '../handeling/reopen-zaak.ts'
import { RULES as AANVULLINGSVERZOEK, requestAanvulling } from '../handeling/request-aanvulling.ts'
import { RULES as HERVATTING, resumeZaak } from '../handeling/resume-zaak.ts'
import { RULES as OPSCHORTING, suspendZaak } from '../handeling/suspend-zaak.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import type { REFUSALS } from './refusals.ts'

export type Act = {
  scope: ApiScope
  schema: z.ZodType
  perform: (ctx: ZaaksysteemContext, handeling: Handeling) => Promise<Outcome<keyof typeof REFUSALS>>
  /** why it can be refused */
  refusals: (keyof typeof REFUSALS)[]
}

/** The body of a request becomes the input of the use case, but for the name of its `statustoelichting`. */
function act<Schema extends z.ZodType, Input extends Handeling & Omit<z.output<Schema>, 'statustoelichting'>>(
  scope: ApiScope,
  schema: Schema,
  perform: (ctx: ZaaksysteemContext, input: Input) => Promise<Outcome<keyof typeof REFUSALS>>,
  rules: readonly { reason: keyof typeof REFUSALS }[],
): Act {
  return { scope, schema, perform: perform as Act['perform'], refusals: rules.map(({ reason }) => reason) }
}

/** The acts on a zaak, by the last segment of `/v1/zaken/{uuid}/{segment}`. */
export const HANDELINGEN: Record<string, Act> = {
  statussen: act('zaken.statussen.toevoegen', statusRequest, changeStatus, STATUS),
  correcties: act('zaken.corrigeren', correctieRequest, correctStatus, CORRECTIE),
  heropeningen: act('zaken.heropenen', heropeningRequest, reopenZaak, HEROPENING),
  opschortingen: act('zaken.opschorten', opschortingRequest, suspendZaak, OPSCHORTING),
  hervattingen: act('zaken.opschorten', hervattingRequest, resumeZaak, HERVATTING),
  verlengingen: act('zaken.verlengen', verlengingRequest, extendZaak, VERLENGING),
  aanvullingsverzoeken: act('zaken.aanvullen', aanvullingsverzoekRequest, requestAanvulling, AANVULLINGSVERZOEK),
  aanvullingen: act('zaken.aanvullen', aanvullingRequest, receiveAanvulling, AANVULLING),
}
