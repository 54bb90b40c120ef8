import { z } from 'zod'
import { storable, storableText } from '#lib/ui/form/fields.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { approveLijst, rejectLijst, takeOffLijst } from '#lib/zaaksysteem/zaak/bewaren/decide-lijst.ts'
import { proposeVernietiging } from '#lib/zaaksysteem/zaak/bewaren/propose-vernietiging.ts'
import { goedkeurenPath, lijstPath, NIEUWE_LIJST } from '../paths.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'

/** The length that the columns allow. */
const MAX_REDEN = 1000

const { fout } = vernietiging

/** The reason for keeping or destroying something. */
export const reden = storableText(MAX_REDEN, fout).min(1, fout.leeg)

const intussen = { fouten: [{ name: 'reden', text: vernietiging.fout.intussen }] }

/** Makes a lijst of the zaken past their bewaartermijn. */
export const lijstVoorstellen = verrichting({
  naam: 'lijst-voorstellen',
  recht: 'vernietigen',
  form: z.object({ zaaktype: storable.max(100).optional() }),
  async perform({ ctx, fields: { zaaktype }, actor }) {
    const proposed = await proposeVernietiging(ctx, { zaaktype: zaaktype || undefined, actor })
    if (!proposed.ok) return { naar: hrefWith(NIEUWE_LIJST, { gedaan: 'intussen' }) }
    return { naar: hrefWith(lijstPath(proposed.lijstId), { gedaan: 'gemaakt' }) }
  },
})

/** Approves a lijst that another person proposed. */
export const lijstGoedkeuren = verrichting({
  naam: 'lijst-goedkeuren',
  recht: 'vernietigen',
  form: z.object({ lijstId: z.uuid() }),
  async perform({ ctx, fields: { lijstId }, actor }) {
    const approved = await approveLijst(ctx, { lijstId, actor })
    if (!approved) return { naar: hrefWith(goedkeurenPath(lijstId), { fout: 'intussen' }) }
    return { naar: hrefWith(lijstPath(lijstId), { gedaan: 'goedgekeurd' }) }
  },
})

/** Rejects a lijst, so that its zaken are kept. */
export const lijstAfwijzen = verrichting({
  naam: 'lijst-afwijzen',
  recht: 'vernietigen',
  form: z.object({ lijstId: z.uuid(), reden }),
  async perform({ ctx, fields, actor }) {
    if (!(await rejectLijst(ctx, { ...fields, actor }))) return intussen
    return { naar: hrefWith(lijstPath(fields.lijstId), { gedaan: 'afgewezen' }) }
  },
})

/** Removes a zaak from a lijst that is not approved yet. */
export const zaakAfhalen = verrichting({
  naam: 'zaak-afhalen',
  recht: 'vernietigen',
  form: z.object({ lijstId: z.uuid(), zaakId: z.uuid(), reden }),
  async perform({ ctx, fields, actor }) {
    if (!(await takeOffLijst(ctx, { ...fields, actor }))) return intussen
    return { naar: hrefWith(lijstPath(fields.lijstId), { gedaan: 'afgehaald' }) }
  },
})
