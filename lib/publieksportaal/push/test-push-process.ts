// A process that sends due pushes until it is killed; started by `kill-nine.test.ts`.
import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { sendPushes } from './send-pushes.ts'

const ctx = createPublieksportaalContext(publieksportaalEnv())
for (;;) await sendPushes(ctx)
