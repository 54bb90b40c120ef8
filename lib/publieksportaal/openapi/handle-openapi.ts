import { type Format, serveDocument } from '#lib/platform/openapi/serve-document.ts'
import type { PublieksportaalContext } from '../context.ts'
import { openapiDocument } from './openapi-document.ts'

/** `/v1/openapi.json` and `/v1/openapi.yaml`: what the receiver takes, for everybody. */
export async function handleOpenapi(ctx: PublieksportaalContext, request: Request, format: Format): Promise<Response> {
  return serveDocument(request, { name: 'publieksportaal.openapi', format, make: () => openapiDocument(ctx) })
}
