import { notFound } from 'next/navigation'
import { z } from 'zod'
import { versie } from '#lib/ui/form/fields.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { vernietiging, verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import { holdZaak } from '#lib/zaaksysteem/zaak/bewaren/hold-zaak.ts'
import { proposeRemoval } from '#lib/zaaksysteem/zaak/bewaren/propose-vernietiging.ts'
import { removeZaak } from '#lib/zaaksysteem/zaak/bewaren/remove-zaak.ts'
import { optionalDatum } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { lijstPath, zaakPath } from '../../paths.ts'
import { reden } from '../../vernietiging/lijst-verrichtingen.ts'
import { verrichting } from '../../verrichtingen/verrichting.ts'
import { PATHS } from '../../werkvoorraad-filter.ts'

/** Holds the destruction of a zaak, or lifts the hold. */
export const vernietigingAanhouden = verrichting({
  naam: 'vernietiging-aanhouden',
  recht: 'vernietigen',
  form: z.object({
    zaakId: z.uuid(),
    aangehouden: z.enum(['ja', 'nee']).transform((answer) => answer === 'ja'),
    tot: optionalDatum,
    reden,
  }),
  async perform({ ctx, fields: { tot = null, ...fields }, actor }) {
    const { zaakId, aangehouden } = fields
    const held = await holdZaak(ctx, { ...fields, tot, actor })
    if (held.ok) return { naar: zaakPath(zaakId, { gedaan: aangehouden ? 'aanhouden' : 'aanhouding-opheffen' }) }
    if (held.reason === 'not_found') notFound()
    const name = held.reason === 'past' ? 'tot' : 'reden'
    return { fouten: [{ name, text: vernietiging.aanhouden.fout[held.reason] }] }
  },
})

/** Proposes the removal of a zaak to a second person. */
export const verwijderenVoorstellen = verrichting({
  naam: 'verwijderen-voorstellen',
  recht: 'vernietigen',
  form: z.object({
    zaakId: z.uuid(),
    versie,
    grond: z.enum(['vergissing', 'bewaartermijn'], verwijderen.fout.grond),
    toelichting: reden,
  }),
  async perform({ ctx, fields, actor }) {
    const proposed = await proposeRemoval(ctx, { ...fields, actor })
    if (proposed.ok) return { naar: hrefWith(lijstPath(proposed.lijstId), { gedaan: 'gemaakt' }) }
    if (proposed.reason === 'not_found') notFound()
    return { fouten: [{ name: 'grond', text: verwijderen.fout[proposed.reason] }] }
  },
})

/** Removes a zaak registered by mistake today. Idempotent: a second press finds nothing left to remove. */
export const zaakVerwijderen = verrichting({
  naam: 'zaak-verwijderen',
  recht: 'vernietigen',
  form: z.object({ zaakId: z.uuid(), versie }),
  async perform({ ctx, fields, actor: { id: behandelaarId, traceparent } }) {
    const door = { behandelaarId }
    const removed = await removeZaak(ctx, { ...fields, grond: 'vergissing', door, traceparent })
    if (removed.ok || removed.reason === 'not_found') return { naar: `${PATHS.open}?gedaan=verwijderd` }
    const broken = removed.reason === 'refused' ? removed.broken : [removed.reason]
    return { fouten: broken.slice(0, 1).map((reason) => ({ name: 'knop', text: verwijderen.fout[reason] })) }
  },
})
