import type { PublieksportaalContext } from '../../context.ts'
import { bounceMailbox } from '../../env.ts'

/**
 * What ties a mail that comes back to the mail that was sent, without trust in what it says: nobody else than who had the mail
 * can know both. In hex, because a mail server on the way may not keep capitals.
 */
export type ReturnPath = { mailId: string; retourcode: string }

/** @returns `undefined` when bounces are not read */
export function toReturnPath(
  env: PublieksportaalContext['env'],
  { mailId, retourcode }: ReturnPath,
): string | undefined {
  const mailbox = bounceMailbox(env)
  if (!mailbox) return undefined
  const [local, domain] = mailbox.address.split('@')
  return `${local}+${mailId.replaceAll('-', '')}${retourcode}@${domain}`
}

const UUID = /^(.{8})(.{4})(.{4})(.{4})/
const RETURN_PATH = /\+([\da-f]{32})([\da-f]{16})@/i

/** The first one in a text, such as a header field. */
export function readReturnPath(text: string): ReturnPath | undefined {
  const [, mailId, retourcode] = RETURN_PATH.exec(text)?.map((part) => part.toLowerCase()) ?? []
  return mailId && retourcode ? { mailId: mailId.replace(UUID, '$1-$2-$3-$4-'), retourcode } : undefined
}
