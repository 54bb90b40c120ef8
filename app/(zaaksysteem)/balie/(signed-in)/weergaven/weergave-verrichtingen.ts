import { z } from 'zod'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { deleteWeergave, saveWeergave } from '#lib/zaaksysteem/werkvoorraad/weergave/save-weergave.ts'
import { openZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'
import { weergaveForm } from './weergave-fields.ts'

const { fout } = werkvoorraad.weergaven

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
