import { z } from 'zod'
import { tick } from '#lib/ui/form/fields.ts'
import { MOST_SIGNALERINGEN } from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { setMailvoorkeur } from '#lib/zaaksysteem/signalering/mailvoorkeur.ts'
import { markSignaleringenGezien } from '#lib/zaaksysteem/signalering/mark-signaleringen-gezien.ts'
import { SIGNALERINGEN } from '../paths.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'

const ids = z
  .string()
  .transform((value) => value.split(' '))
  .pipe(z.array(z.uuid()).max(MOST_SIGNALERINGEN))

/** Marks one signalering, or all that the page showed; newer ones have not been seen. */
export const signaleringenGezien = verrichting({
  naam: 'signaleringen-gezien',
  recht: undefined,
  form: z.object({ signalering: ids.optional(), getoond: ids }),
  async perform({ ctx, fields: { signalering, getoond }, behandelaar }) {
    await markSignaleringenGezien(ctx, { behandelaarId: behandelaar.id, of: { ids: signalering ?? getoond } })
    return 'gedaan'
  },
})

export const mailvoorkeurZetten = verrichting({
  naam: 'mailvoorkeur-zetten',
  recht: undefined,
  form: z.object({ mailen: tick }),
  async perform({ ctx, fields: { mailen: aan }, behandelaar }) {
    await setMailvoorkeur(ctx, { behandelaarId: behandelaar.id, aan })
    return { naar: `${SIGNALERINGEN}?mail=${aan ? 'aan' : 'uit'}` }
  },
})
