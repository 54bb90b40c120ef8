import { hasSystem } from '#lib/platform/env.ts'
import { nothingHere } from '#lib/platform/problem-json.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { handleZaken } from '#lib/zaaksysteem/zaak/handle-zaken.ts'

async function handle(request: Request): Promise<Response> {
  return hasSystem('zaaksysteem') ? handleZaken(zaaksysteem(), request) : nothingHere()
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
