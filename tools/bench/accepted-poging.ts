import type { ClaimedBezorging } from '#lib/zaaksysteem/bezorging/claim/claim-bezorgingen.ts'
import type { Poging } from '#lib/zaaksysteem/bezorging/record/poging.ts'

/** The poging of a bezorging that its sink accepted, without a request. */
export function acceptedPoging(bezorging: ClaimedBezorging, begonnenOp: Date): Poging {
  return {
    bezorging,
    begonnenOp,
    gedeeldMet: 1,
    duurMs: 1,
    httpStatus: 204,
    foutsoort: null,
    foutdetail: null,
    retryAfter: null,
    requestHeaders: {},
    responseHeaders: {},
    responseBody: null,
    responseAfgekapt: false,
  }
}
