import type { Pool } from 'pg'
import type { Logger } from '../logger.ts'
import { oneAtATime } from '../postgres/one-at-a-time.ts'
import { createMailer, isRefusal } from './mailer.ts'

type Composed = {
  to: (string | null | undefined)[]
  subject: string
  text: string
  /** fields of its log lines */
  about: object
  /** records that the mail server accepted it */
  note: () => Promise<unknown>
}

type Mailing<Due> = {
  /** without `url` or `from` nothing is sent */
  url: string | undefined
  from: string | undefined
  /** number of an advisory lock, so that one process mails at a time */
  lock: number
  signal?: AbortSignal | undefined
  /** the subject of the log messages */
  what: string
  findDue: () => Promise<Due[]>
  /** @returns `undefined` when the mail is no longer needed */
  compose: (due: Due) => Promise<Composed | undefined>
}

/**
 * Sends the mails that are due, each at least once: if the process dies between acceptance and `note`, the
 * mail is sent again. Stops when the mail server itself fails.
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
