import { type Format, serveDocument, writeDocument } from '#lib/platform/openapi/serve-document.ts'
import { perProcess } from '#lib/platform/per-process.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { openapiDocument } from './openapi-document.ts'

/** `/v1/openapi.json` and `/v1/openapi.yaml`: what the API is, for everybody. The text is made once. */
export async function handleOpenapi(ctx: ZaaksysteemContext, request: Request, format: Format): Promise<Response> {
  return serveDocument(request, format, () =>
    perProcess(`zaaksysteem.openapi.${format}`, () => writeDocument(openapiDocument(ctx), format)),
  )
}
