import { readRedoc } from '#lib/ontwikkelaars/redoc/read-redoc.ts'

const DAY_SECONDS = 24 * 60 * 60

/** The script of the reference. */
export async function GET() {
  return new Response(await readRedoc(), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': `public, max-age=${DAY_SECONDS}` },
  })
}
