import { jsonResponse, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { currentBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { findZaakStand } from '#lib/zaaksysteem/zaak/detail/find-zaak-stand.ts'

/** Returns the state of a zaak for its page. A zaak that may not be read answers as a missing one. */
export async function GET(_: Request, { params }: { params: Promise<{ zaakId: string }> }): Promise<Response> {
  const behandelaar = await currentBehandelaar()
  if (!behandelaar) {
    return problemResponse({ status: 401, code: 'not_signed_in', detail: 'Sign in first.' })
  }
  const { zaakId } = await params
  const stand = await findZaakStand(zaaksysteem(), { zaakId, behandelaarId: behandelaar.id })
  return stand ? jsonResponse(stand) : notFoundResponse()
}
