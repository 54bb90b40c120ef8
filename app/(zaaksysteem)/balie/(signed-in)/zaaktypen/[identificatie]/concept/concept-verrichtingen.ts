import { z } from 'zod'
import { tick } from '#lib/ui/form/fields.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { discardConcept, publishConcept } from '#lib/zaaksysteem/catalogus/concept.ts'
import { datum } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { ZAAKTYPEN } from '../../../paths.ts'
import { verrichting } from '../../../verrichtingen/verrichting.ts'

/** The concept as the page showed it. */
const shown = z.object({ identificatie: z.string(), bewerking: z.coerce.number().pipe(z.int32()) })

export const conceptVaststellen = verrichting({
  naam: 'concept-vaststellen',
  recht: 'beheren',
  form: shown.extend({ geldigVanaf: datum, bevestigd: tick }),
  async perform({ ctx, fields, actor }) {
    const published = await publishConcept(ctx, { ...fields, actor })
    if (published.ok) return { naar: `${ZAAKTYPEN}?gedaan=${published.versie === 1 ? 'toegevoegd' : 'gewijzigd'}` }
    const { reason } = published
    const name = reason === 'large_term_change' ? 'bevestigd' : 'geldigVanaf'
    return { fouten: [{ name, text: texts.fout[reason] }] }
  },
})

export const conceptWeggooien = verrichting({
  naam: 'concept-weggooien',
  recht: 'beheren',
  form: shown,
  async perform({ ctx, fields, actor }) {
    await discardConcept(ctx, { ...fields, actor })
    return { naar: `${ZAAKTYPEN}?gedaan=weggegooid` }
  },
})
