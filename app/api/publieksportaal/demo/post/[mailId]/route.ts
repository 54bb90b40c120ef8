import { onlyInDemo } from '#lib/platform/http/every-method.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'
import { portalRoute } from '../../../portal-route.ts'

/** As a mail program shows it: no scripts, nothing from elsewhere, and links in a window of their own. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The HTML of one mail of the demo. Not a page of ours: the policy of those refuses the styles that mails are made of. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyInDemo(
  portalRoute(['GET', 'HEAD'], async (_ctx, _request, { mailId }) => {
    const mail = (await readDemoMails()).find(({ id }) => id === mailId)
    if (!mail) return notFoundResponse()
    return new Response(mail.html.replace('<head>', '<head><base target="_blank">'), { headers: HEADERS })
  }),
)
