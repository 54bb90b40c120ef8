import { z } from 'zod'
import { list } from '#lib/ui/form/fields.ts'
import { setVerborgenKolommen } from '#lib/zaaksysteem/werkvoorraad/verborgen-kolommen.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'
import { KOLOMMEN } from '../werkvoorraad-columns.ts'

export const kolommenKiezen = verrichting({
  naam: 'kolommen-kiezen',
  recht: undefined,
  form: z.object({ lijst: z.enum(['open', 'mijn', 'afgehandeld']), kolom: list(z.array(z.string())) }),
  async perform({ ctx, fields: { lijst, kolom }, behandelaar }) {
    const getoond = KOLOMMEN[lijst].filter((name) => kolom.includes(name))
    const verborgen = KOLOMMEN[lijst].filter((name) => !kolom.includes(name))
    await setVerborgenKolommen(ctx, behandelaar, { getoond, verborgen })
    return 'gedaan'
  },
})
