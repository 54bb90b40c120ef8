import type { NextRequest } from 'next/server'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { exportWerkvoorraad } from '#lib/zaaksysteem/balie/werkvoorraad/export-werkvoorraad.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { readExportAddress } from '../(signed-in)/werkvoorraad-filter.ts'
import { exportCsv } from './export-csv.ts'

/** A list as a file. Read as fast as the browser takes it; when that stops, so does the reading. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const { id } = await requireBehandelaar()
  const ctx = zaaksysteem()
  const lines = exportCsv(exportWerkvoorraad(ctx, readExportAddress(nextUrl.searchParams, id), { behandelaarId: id }))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="werkvoorraad-${dateInAmsterdam(ctx.clock())}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
