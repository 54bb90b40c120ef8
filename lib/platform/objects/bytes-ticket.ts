import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'

/** Long enough to follow a link. What goes on later goes by the link again. */
const TICKET_SECONDS = 2 * 60
/** So that nothing else that the secret seals counts as one, nor one of these as a cookie. */
const SALT = 'zaakbode-bytes'

/** @property wie whose share of what runs at once it takes, however many sessies that person has */
const ticket = z.object({ wie: z.string(), sessieId: z.uuid(), zaakId: z.uuid(), documentId: z.uuid() })

/** That a sessie may get the bytes of a document now, where its cookie opens nothing. */
type Ticket = z.infer<typeof ticket>

/** @returns the last segment of an address: nobody reads out of it what it is about */
export function sealTicket(secret: string, given: Ticket): Promise<string> {
  return encode({ secret, salt: SALT, token: given, maxAge: TICKET_SECONDS })
}

/** The answer to a link of a document, after every check. @param path below which the bytes are */
export async function leadToBytes(request: Request, path: string, secret: string, given: Ticket): Promise<Response> {
  // the random end of an id tells people apart, and keeps the address short
  const sealed = await sealTicket(secret, { ...given, wie: given.wie.slice(-12) })
  const location = `${path}/${sealed}${new URL(request.url).search}`
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}

/** @returns `undefined` of what is no ticket of this secret; `isOver`: it was one */
export async function openTicket(
  secret: string,
  sealed: string | undefined,
): Promise<(Ticket & { isOver: boolean }) | undefined> {
  const opened = await decode({ secret, salt: SALT, token: sealed }).then(
    (payload) => ({ payload, isOver: false }),
    // its seal is looked at first
    ({ code, payload }) => (code === 'ERR_JWT_EXPIRED' ? { payload, isOver: true } : undefined),
  )
  const { success, data } = ticket.safeParse(opened?.payload)
  return opened && success ? { ...data, isOver: opened.isOver } : undefined
}
