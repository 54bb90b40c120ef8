import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'

type Context = { params: Promise<Record<string, string>> }

/** As a mail program shows it: no scripts, nothing from elsewhere, and links in a window of their own. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

const refuseMethod = methodNotAllowed('GET', 'HEAD')

/** The HTML of one mail of the demo. Not a page of ours: the policy of those refuses the styles that mails are made of. */
async function handle(request: Request, { params }: Context): Promise<Response> {
  if (!hasSystem('publieksportaal') || !platformEnv().DEMO) return notFoundResponse()
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const { mailId } = await params
  const mail = (await readDemoMails()).find(({ id }) => id === mailId)
  if (!mail) return notFoundResponse()
  return new Response(mail.html.replace('<head>', '<head><base target="_blank">'), { headers: HEADERS })
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
