import { notFound } from 'next/navigation'
import { z } from 'zod'
import { storableText, tick } from '#lib/ui/form/fields.ts'
import { herberekenen } from '#lib/ui/texts/balie/beheer/herberekenen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { requestHerberekening, startHerberekening } from '#lib/zaaksysteem/zaak/herberekening/request-herberekening.ts'
import { herberekeningPath } from '../../paths.ts'
import { verrichting } from '../../verrichtingen/verrichting.ts'

const MAX_TOELICHTING = 1000
const { fout } = herberekenen

export const herberekeningAanvragen = verrichting({
  naam: 'herberekening-aanvragen',
  recht: 'beheren',
  /** Empty, a zaaktype, or a zaaktype with its version in force. */
  form: z.object({ wat: z.string().max(100) }),
  async perform({ ctx, fields: { wat }, actor }) {
    const [zaaktype = '', versie] = wat.split(' ')
    const found = (await findZaaktypen(ctx)).find(({ identificatie }) => identificatie === zaaktype)
    if (zaaktype !== '' && (!found || (versie !== undefined && versie !== String(found.versie)))) notFound()
    const naarVersie = (versie !== undefined && found?.versie) || null
    const id = await requestHerberekening(ctx, { zaaktype: zaaktype || null, naarVersie, actor })
    return { naar: herberekeningPath(id) }
  },
})

export const herberekeningStarten = verrichting({
  naam: 'herberekening-starten',
  recht: 'beheren',
  form: z.object({
    id: z.uuid(),
    toelichting: storableText(MAX_TOELICHTING, fout).min(1, fout.leeg),
    ookLater: tick,
  }),
  async perform({ ctx, fields, actor }) {
    await startHerberekening(ctx, { ...fields, actor })
    return { naar: herberekeningPath(fields.id) }
  },
})
