import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'

/** Long enough to follow a redirect. A download that resumes later starts from the link again. */
const TICKET_SECONDS = 2 * 60
/** Separates tickets from the cookies that the same secret encrypts. */
const SALT = 'zaakbode-bytes'

/** @property wie the person whose share of the concurrent downloads it takes, over all sessies */
const ticket = z.object({ wie: z.string(), sessieId: z.uuid(), zaakId: z.uuid(), documentId: z.uuid() })

/** Gives a sessie access to the bytes of a document, on an address where its cookie gives none. */
type Ticket = z.infer<typeof ticket>

/** @returns the last path segment of an address, encrypted */
export function sealTicket(secret: string, given: Ticket): Promise<string> {
  return encode({ secret, salt: SALT, token: given, maxAge: TICKET_SECONDS })
}

/** Redirects a link of a document to its bytes below `path`. The caller has checked all rights. */
export async function leadToBytes(request: Request, path: string, secret: string, given: Ticket): Promise<Response> {
  // The random end of an id is unique enough, and keeps the address short.
  const sealed = await sealTicket(secret, { ...given, wie: given.wie.slice(-12) })
  const location = `${path}/${sealed}${new URL(request.url).search}`
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}

/** @returns `undefined` when it is not a ticket of this secret; `isOver` when it is expired */
export async function openTicket(
  secret: string,
  sealed: string | undefined,
): Promise<(Ticket & { isOver: boolean }) | undefined> {
  const opened = await decode({ secret, salt: SALT, token: sealed }).then(
    (payload) => ({ payload, isOver: false }),
    // `decode` checks the encryption before the expiry.
    ({ code, payload }) => (code === 'ERR_JWT_EXPIRED' ? { payload, isOver: true } : undefined),
  )
  const { success, data } = ticket.safeParse(opened?.payload)
  return opened && success ? { ...data, isOver: opened.isOver } : undefined
}
