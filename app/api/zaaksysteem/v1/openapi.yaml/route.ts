import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleOpenapi } from '#lib/zaaksysteem/openapi/handle-openapi.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute((ctx, request) =>
  handleOpenapi(ctx, request, 'yaml'),
)
