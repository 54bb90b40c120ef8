import type { Pool } from 'pg'
import type { Logger } from '../logger.ts'
import { oneAtATime } from '../postgres/one-at-a-time.ts'
import { createMailer, isRefusal } from './mailer.ts'

type Composed = {
  to: (string | null | undefined)[]
  subject: string
  text: string
  /** what the log names of it */
  about: object
  /** records that the mail server accepted it */
  note: () => Promise<unknown>
}

type Mailing<Due> = {
  /** nobody is mailed without either */
  url: string | undefined
  from: string | undefined
  /** number of an advisory lock, so that one process mails at a time */
  lock: number
  signal?: AbortSignal | undefined
  /** what a mail is, at the beginning of a sentence */
  what: string
  findDue: () => Promise<Due[]>
  /** @returns `undefined` when there is nothing to mail any more */
  compose: (due: Due) => Promise<Composed | undefined>
}

/**
 * Sends a mail for each that is due. A mail is noted once the mail server has accepted it: if the process
 * dies in between, it is sent twice rather than never. When the mail server itself fails, the others are not
 * tried.
 */
export async function mailEach<Due>(
  { pool, log }: { pool: Pool; log: Logger },
  { url, from, lock, signal, what, findDue, compose }: Mailing<Due>,
): Promise<void> {
  if (!url || !from) return
  await oneAtATime(pool, lock, async () => {
    const mailer = createMailer(url)
    try {
      for (const due of await findDue()) {
        const composed = signal?.aborted ? undefined : await compose(due)
        if (!composed) continue
        const { about, note, to, ...mail } = composed
        try {
          await mailer.send({ ...mail, from, to: to.flatMap((address) => address || []) })
        } catch (err) {
          log.error({ err, ...about }, `${what} could not be mailed; trying again`)
          if (isRefusal(err)) continue
          return
        }
        await note()
        log.info(about, `${what} was mailed`)
      }
    } finally {
      mailer.close()
    }
  })
}
