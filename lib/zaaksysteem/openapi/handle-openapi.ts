import { type Format, serveDocument } from '#lib/platform/openapi/serve-document.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { openapiDocument } from './openapi-document.ts'

/** `/v1/openapi.json` and `/v1/openapi.yaml`: what the API is, for everybody. */
export async function handleOpenapi(ctx: ZaaksysteemContext, request: Request, format: Format): Promise<Response> {
  return serveDocument(request, { name: 'zaaksysteem.openapi', format, make: () => openapiDocument(ctx) })
}
