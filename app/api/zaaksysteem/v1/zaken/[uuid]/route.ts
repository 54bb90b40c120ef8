import { hasSystem } from '#lib/platform/env.ts'
import { nothingHere } from '#lib/platform/problem-json.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { handleZaak } from '#lib/zaaksysteem/zaak/handle-zaak.ts'

async function handle(request: Request, { params }: { params: Promise<{ uuid: string }> }): Promise<Response> {
  return hasSystem('zaaksysteem') ? handleZaak(zaaksysteem(), request, (await params).uuid) : nothingHere()
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
