import type { PublieksportaalContext } from '../../context.ts'
import { bounceMailbox } from '../../env.ts'

/**
 * Ties a bounce to its mail without trusting its content: only a recipient of the mail knows both codes. In
 * hex, because a mail server may change the case.
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

/** Returns the first return path in a text, such as a header field. */
export function readReturnPath(text: string): ReturnPath | undefined {
  const [, mailId, retourcode] = RETURN_PATH.exec(text)?.map((part) => part.toLowerCase()) ?? []
  return mailId && retourcode ? { mailId: mailId.replace(UUID, '$1-$2-$3-$4-'), retourcode } : undefined
}
