'use server'

import { balie } from '#lib/ui/texts/balie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { reopenZaak } from '#lib/zaaksysteem/zaak/reopen-zaak.ts'
import { heropenFormulier } from './read-zaakformulier.ts'
import { saveZaakformulier } from './save-zaakformulier.ts'
import type { Uitslag } from './uitslag.ts'

export async function reopenZaakAction(vorige: Uitslag, formData: FormData): Promise<Uitslag> {
  return saveZaakformulier(
    { vorige, formData },
    {
      schema: heropenFormulier,
      save: (change) => reopenZaak(zaaksysteem(), change),
      fouten: {
        not_permitted: { name: 'toelichting', text: balie.fout.nietBevoegd },
        not_closed: { name: 'toelichting', text: balie.fout.nietGesloten },
      },
    },
  )
}
