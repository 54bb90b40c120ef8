import { methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { openTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { isUnavailable } from '#lib/platform/web-server/request-failure.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { serveBestand } from '#lib/zaaksysteem/bestand/serve-bestand.ts'
import { findBehandelaarOfSessie } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { findBestandOfDocument, naamOf } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'

const refuseMethod = methodNotAllowed('GET', 'HEAD')

/** The bytes of a document for the sessie that the desk redirected here. Cookies are ignored. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ ticket: string }>(
  async (ctx, request, { ticket }) => {
    if (!['GET', 'HEAD'].includes(request.method)) return refuseMethod()
    const asked = await openTicket(ctx.env.ZAAKSYSTEEM_AUTH_SECRET, ticket)
    if (!asked || !(await findBehandelaarOfSessie(ctx, asked.sessieId))) return notFoundResponse()
    const { zaakId, documentId } = asked
    const pagina = `/balie/zaken/${zaakId}`
    // a download that is resumed later
    if (asked.isOver) return seeOther(`${pagina}/documenten/${documentId}${new URL(request.url).search}`)
    const bestand = await findBestandOfDocument(ctx, documentId)
    if (!bestand?.opent) return notFoundResponse()
    const back = (why: 'weg' | 'onbereikbaar') => seeOther(`${pagina}?document=${why}#documenten`)
    try {
      const served = { bestand, type: bestand.formaat, naam: naamOf(bestand) }
      return (await serveBestand(ctx, request, served)) ?? back('weg')
    } catch (err) {
      if (!isUnavailable(err)) throw err
      ctx.log.error({ err }, 'The store of bytes could not be asked')
      return back('onbereikbaar')
    }
  },
)

const seeOther = (location: string) => new Response(null, { status: 303, headers: { Location: location } })
