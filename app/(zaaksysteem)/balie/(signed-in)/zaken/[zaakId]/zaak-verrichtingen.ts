import { notFound } from 'next/navigation'
import { vertrouwelijk as vertrouwelijkTexts } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { setVertrouwelijk } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { zaakPath } from '../../paths.ts'
import { verrichting } from '../../verrichtingen/verrichting.ts'
import { vertrouwelijkForm } from './zaak-fields.ts'

/** Sets or clears the vertrouwelijkheid of a zaak. */
export const zaakVertrouwelijk = verrichting({
  naam: 'zaak-vertrouwelijk',
  recht: undefined,
  form: vertrouwelijkForm,
  async perform({ ctx, fields, actor: { id: behandelaarId, traceparent } }) {
    const { zaakId, vertrouwelijk } = fields
    const set = await setVertrouwelijk(ctx, { ...fields, door: { behandelaarId }, traceparent })
    if (set.ok) {
      return { naar: zaakPath(zaakId, { gedaan: vertrouwelijk ? 'vertrouwelijk-maken' : 'vertrouwelijk-opheffen' }) }
    }
    if (set.reason !== 'refused') notFound()
    return { fouten: [{ name: 'reden', text: vertrouwelijkTexts.fout.behandelaar_not_of_team }] }
  },
})
