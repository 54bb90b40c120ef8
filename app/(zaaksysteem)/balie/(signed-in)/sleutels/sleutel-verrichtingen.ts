import { z } from 'zod'
import { rotateSleutels } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { SLEUTELS } from '../paths.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'

export const sleutelsWisselen = verrichting({
  naam: 'sleutels-wisselen',
  recht: 'beheren',
  form: z.object({}),
  async perform({ ctx, actor }) {
    await rotateSleutels(ctx, { actor })
    return { naar: `${SLEUTELS}?gedaan=gewisseld` }
  },
})

export const sleutelsDirectWisselen = verrichting({
  naam: 'sleutels-direct-wisselen',
  recht: 'beheren',
  form: z.object({}),
  async perform({ ctx, actor }) {
    await rotateSleutels(ctx, { actor, direct: true })
    return { naar: `${SLEUTELS}?gedaan=direct` }
  },
})
