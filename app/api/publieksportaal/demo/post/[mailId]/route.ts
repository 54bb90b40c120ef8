import { onlyInDemo } from '#lib/platform/http/every-method.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'
import { portalRoute } from '../../../portal-route.ts'

/** Restricts the mail as a mail program does: no scripts, nothing external, and links in a new window. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The HTML of a demo mail. Apart from the pages, because their policy refuses the inline styles of mails. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyInDemo(
  portalRoute(['GET', 'HEAD'], async (_ctx, _request, { mailId }) => {
    const mail = (await readDemoMails()).find(({ id }) => id === mailId)
    if (!mail) return notFoundResponse()
    return new Response(mail.html.replace('<head>', '<head><base target="_blank">'), { headers: HEADERS })
  }),
)
