// A process that mails what is due until it is killed: `kill-nine.test.ts` starts it.
import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { sendMails } from './send-mails.ts'

const ctx = createPublieksportaalContext(publieksportaalEnv())
for (;;) await sendMails(ctx)
