import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { storableText } from '#lib/ui/form/fields.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { deleteWeergave, MAX_NAAM, saveWeergave } from '#lib/zaaksysteem/werkvoorraad/weergaven.ts'
import { openZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'
import { listQuery, readWerkvoorraadFields } from '../werkvoorraad-filter.ts'

const { fout } = werkvoorraad.weergaven

const MAX_VRAAG = 2000

/** The fields of a weergave, reduced to the query parameters that the list knows. */
export const weergaveForm = z
  .object({
    lijst: z.enum(['open', 'mijn', 'afgehandeld']),
    vraag: z.string().max(MAX_VRAAG),
    naam: storableText(MAX_NAAM, fout).regex(ONE_LINE, staff.eenRegel).min(1, fout.leeg),
    voor: z.string().optional(),
  })
  .transform(({ lijst, vraag, naam, voor }) => {
    const fields = readWerkvoorraadFields(lijst, Object.fromEntries(new URLSearchParams(vraag)))
    return { naam, lijst, vraag: listQuery(lijst, fields), isVanTeam: voor === 'team' }
  })

export const weergaveBewaren = verrichting({
  naam: 'weergave-bewaren',
  recht: undefined,
  form: weergaveForm,
  async perform({ ctx, fields: { vraag, ...fields }, behandelaar }) {
    const saved = await saveWeergave(ctx, { ...fields, vraag: asTyped(ctx, vraag, behandelaar) }, behandelaar)
    return saved.ok ? 'gedaan' : { fouten: saved.broken.map((reason) => ({ name: 'naam', text: fout[reason] })) }
  },
})

/** Stores the search text unsealed, because a weergave outlives the sessie that can unseal it. */
function asTyped(ctx: ZaaksysteemContext, vraag: string, { sessieId }: SignedInBehandelaar): string {
  const query = new URLSearchParams(vraag)
  const zoek = openZoek(ctx, query.get('zoek') ?? '', sessieId)
  if (zoek) query.set('zoek', zoek)
  else query.delete('zoek')
  return query.toString()
}

export const weergaveVerwijderen = verrichting({
  naam: 'weergave-verwijderen',
  recht: undefined,
  form: z.object({ id: z.uuid() }),
  async perform({ ctx, fields: { id }, behandelaar }) {
    await deleteWeergave(ctx, id, behandelaar)
    return 'gedaan'
  },
})
