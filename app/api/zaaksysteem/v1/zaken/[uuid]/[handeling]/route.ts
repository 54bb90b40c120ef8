import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleHandeling } from '#lib/zaaksysteem/zaak/api/handle-handeling.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ uuid: string; handeling: string }>(
  handleHandeling,
)
