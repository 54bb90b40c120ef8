import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleAsyncapi } from '#lib/zaaksysteem/asyncapi/handle-asyncapi.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute((ctx, request) =>
  handleAsyncapi(ctx, request, 'yaml'),
)
