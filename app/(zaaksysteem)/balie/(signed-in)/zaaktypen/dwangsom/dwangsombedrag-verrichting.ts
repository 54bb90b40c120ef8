import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { dwangsombedragen } from '#lib/ui/texts/balie/beheer/dwangsombedragen.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { storeDwangsombedrag } from '#lib/zaaksysteem/catalogus/dwangsombedragen.ts'
import { datum } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { DWANGSOMBEDRAGEN } from '../../paths.ts'
import { verrichting } from '../../verrichtingen/verrichting.ts'

const MAX_BRON = 80
const { fout } = dwangsombedragen

const bedrag = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, fout.bedrag)
  .transform(Number)

export const dwangsombedragVastleggen = verrichting({
  naam: 'dwangsombedrag-vastleggen',
  recht: 'beheren',
  form: z.object({
    vanaf: datum,
    bron: z.string().trim().min(1, fout.leeg).max(MAX_BRON, fout.teLang(MAX_BRON)).regex(ONE_LINE, staff.eenRegel),
    eerste: bedrag,
    tweede: bedrag,
    derde: bedrag,
  }),
  async perform({ ctx, fields, actor }) {
    const stored = await storeDwangsombedrag(ctx, { ...fields, actor })
    if (!stored.ok) return { fouten: [{ name: 'vanaf', text: fout[stored.reason] }] }
    return { naar: `${DWANGSOMBEDRAGEN}?gedaan=vastgelegd` }
  },
})
