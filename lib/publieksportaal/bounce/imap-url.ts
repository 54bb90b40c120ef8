import { z } from 'zod'

/** The address of a mailbox, with a user and password before the host. */
export const imapUrl = z
  .url({ protocol: /^imaps?$/, hostname: /./, abort: true })
  .refine(isMailbox, 'must have user:password@ before the host, with %40 for an @ in it, and nothing behind the port')

function isMailbox(url: string): boolean {
  const { pathname, search, hash, username, password } = new URL(url)
  if (username === '' || password === '' || !['', '/'].includes(pathname) || search !== '' || hash !== '') return false
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}
