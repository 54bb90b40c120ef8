// A process that sends due mail until `kill-nine.test.ts` kills it.
import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { sendMails } from './send-mails.ts'

const ctx = createPublieksportaalContext(publieksportaalEnv())
for (;;) await sendMails(ctx)
