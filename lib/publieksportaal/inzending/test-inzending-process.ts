// A process that sends inzendingen until `kill-nine.test.ts` kills it.
import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { sendBestanden } from './send-bestanden.ts'
import { sendInzendingen } from './send-inzendingen.ts'

const ctx = createPublieksportaalContext(publieksportaalEnv())
for (;;) {
  await sendInzendingen(ctx)
  await sendBestanden(ctx)
}
