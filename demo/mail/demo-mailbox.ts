import { join, resolve } from 'node:path'
import { addDemoMail } from '#lib/platform/mail/demo-mailbox.ts'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'

const GATHER_SECONDS = 10
/** An address that refuses mail, to show the citizen's warning. */
const REFUSED = 'bestaatniet@'

export type DemoMailbox = {
  /** file with the received mails */
  file: string
  /** variables for the portal's mail and for /demo/post */
  variables: Record<string, string>
  stop(): Promise<void>
}

/** Starts a mail server that forwards nothing. `/demo/post` shows the received mails. */
export async function startDemoMailbox({ dataDir }: { dataDir: string }): Promise<DemoMailbox> {
  const file = resolve(join(dataDir, 'post.json'))
  let written = Promise.resolve()
  const smtp = await startTestSmtp({
    refuse: (address) => address.startsWith(REFUSED),
    onMail({ to, subject, body, html, raw }) {
      const afmelden = /^List-Unsubscribe:\s*<([^>]+)>/im.exec(raw)?.[1] ?? null
      const mail = { aan: to, onderwerp: subject, tekst: body, html, afmelden }
      written = written
        .then(() => addDemoMail(file, mail))
        .catch((error: unknown) => console.error('The mailbox of the demo could not be written:', error))
      smtp.received.length = 0
      return undefined
    },
  })
  return {
    file,
    variables: {
      MAILBOX_DEMO_ONLY: file,
      PUBLIEKSPORTAAL_SMTP_URL: smtp.url,
      PUBLIEKSPORTAAL_MAIL_FROM: 'mijnzaken@voorbeeld.example',
      PUBLIEKSPORTAAL_BEHEERDER_MAIL: 'portaalbeheer@voorbeeld.example',
      PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: String(GATHER_SECONDS),
    },
    async stop() {
      await smtp.close()
      await written
    },
  }
}
