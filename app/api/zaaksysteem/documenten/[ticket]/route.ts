import { methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { openTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { serveBytes } from '#lib/platform/objects/serve-bytes.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { openBestand } from '#lib/zaaksysteem/bestand/bestand-store.ts'
import { findBehandelaarOfSessie } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { findBestandOfDocument, naamOf } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'

const refuseMethod = methodNotAllowed('GET')

/** The bytes of a document of a zaak, for the sessie that the desk led here. It knows no cookie. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ ticket: string }>(
  async (ctx, request, { ticket }) => {
    if (request.method !== 'GET') return refuseMethod()
    const asked = await openTicket(ctx.env.ZAAKSYSTEEM_AUTH_SECRET, ticket)
    if (!asked || !(await findBehandelaarOfSessie(ctx, asked.sessieId))) return notFoundResponse()
    const { zaakId, documentId } = asked
    const link = `/balie/zaken/${zaakId}/documenten/${documentId}${new URL(request.url).search}`
    // a download that goes on later
    if (asked.isOver) return new Response(null, { status: 303, headers: { Location: link } })
    const bestand = await findBestandOfDocument(ctx, documentId)
    if (!bestand?.opent) return notFoundResponse()
    const { formaat: type, grootte: size, sha256 } = bestand
    return serveBytes(request, { type, naam: naamOf(bestand), size, sha256 }, (range) =>
      openBestand(ctx, bestand, range),
    )
  },
)
