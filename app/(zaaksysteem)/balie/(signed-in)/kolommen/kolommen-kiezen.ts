import { z } from 'zod'
import { setVerborgenKolommen } from '#lib/zaaksysteem/werkvoorraad/verborgen-kolommen.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'
import { KOLOMMEN } from '../werkvoorraad-columns.ts'

/** One ticked box arrives as a text, several as a list. */
const ticked = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])

export const kolommenKiezen = verrichting({
  naam: 'kolommen-kiezen',
  recht: undefined,
  form: z.object({ lijst: z.enum(['open', 'mijn', 'afgehandeld']), kolom: ticked }),
  async perform({ ctx, fields: { lijst, kolom }, behandelaar }) {
    const getoond = KOLOMMEN[lijst].filter((name) => kolom.includes(name))
    const verborgen = KOLOMMEN[lijst].filter((name) => !kolom.includes(name))
    await setVerborgenKolommen(ctx, behandelaar, { getoond, verborgen })
    return 'gedaan'
  },
})
