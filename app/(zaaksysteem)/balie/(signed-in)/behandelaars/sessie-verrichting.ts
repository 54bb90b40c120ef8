import { z } from 'zod'
import { endSessiesOfBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { BEHANDELAARS } from '../paths.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'

export const sessiesBeeindigen = verrichting({
  naam: 'sessies-beeindigen',
  recht: 'beheren',
  form: z.object({ behandelaarId: z.uuid() }),
  async perform({ ctx, fields: { behandelaarId }, actor }) {
    await endSessiesOfBehandelaar(ctx, { behandelaarId, actor })
    return { naar: `${BEHANDELAARS}?gedaan=beeindigd` }
  },
})
