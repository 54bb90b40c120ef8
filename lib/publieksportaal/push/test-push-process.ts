// A process that pushes what is due until it is killed: `kill-nine.test.ts` starts it.
import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { sendPushes } from './send-pushes.ts'

const ctx = createPublieksportaalContext(publieksportaalEnv())
for (;;) await sendPushes(ctx)
