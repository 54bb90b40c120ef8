import { type Format, serveDocument } from '#lib/platform/openapi/serve-document.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { asyncapiDocument } from './asyncapi-document.ts'

/** `/v1/asyncapi.json` and `/v1/asyncapi.yaml`: what the zaaksysteem sends and over what, for everybody. */
export async function handleAsyncapi(ctx: ZaaksysteemContext, request: Request, format: Format): Promise<Response> {
  return serveDocument(request, { name: 'zaaksysteem.asyncapi', format, make: () => asyncapiDocument(ctx) })
}
