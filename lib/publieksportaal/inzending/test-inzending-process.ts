// A process that passes on what citizens said until it is killed: `kill-nine.test.ts` starts it.
import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { sendBestanden } from './send-bestanden.ts'
import { sendInzendingen } from './send-inzendingen.ts'

const ctx = createPublieksportaalContext(publieksportaalEnv())
for (;;) {
  await sendInzendingen(ctx)
  await sendBestanden(ctx)
}
