import { z } from 'zod'
import { storableText, versie } from '#lib/ui/form/fields.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { datalekken } from '#lib/ui/texts/balie/beheer/datalekken.ts'
import { judgeDatalek, MAX_OORDEEL } from '#lib/zaaksysteem/audit/datalek/judge-datalek.ts'
import { DATALEKKEN } from '../paths.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'

const { fout } = datalekken.formulier

/** Stores a beheerder's judgment on a datalek. */
export const datalekBeoordelen = verrichting({
  naam: 'datalek-beoordelen',
  recht: 'beheren',
  form: z.object({
    zaakId: z.uuid(),
    versie,
    oordeel: storableText(MAX_OORDEEL, fout).trim().min(1, fout.leeg),
  }),
  async perform({ ctx, fields, actor }) {
    const judged = await judgeDatalek(ctx, { ...fields, actor })
    if (!judged) return { fouten: [{ name: 'oordeel', text: fout.intussen }] }
    return { naar: hrefWith(DATALEKKEN, { gedaan: 'beoordeeld' }) }
  },
})
