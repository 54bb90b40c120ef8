'use server'

import { balie } from '#lib/ui/texts/balie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/change-status.ts'
import { statusFormulier } from './read-zaakformulier.ts'
import { saveZaakformulier } from './save-zaakformulier.ts'
import type { Uitslag } from './uitslag.ts'

export async function changeStatusAction(vorige: Uitslag, formData: FormData): Promise<Uitslag> {
  return saveZaakformulier(
    { vorige, formData },
    {
      schema: statusFormulier,
      save: (change) => changeStatus(zaaksysteem(), change),
      fouten: {
        closed: { name: 'statustype', text: balie.fout.gesloten },
        status_not_offered: { name: 'statustype', text: balie.fout.statusPastNiet },
        resultaat_required: { name: 'resultaat', text: balie.fout.kiesResultaat },
        resultaat_not_of_zaaktype: { name: 'resultaat', text: balie.fout.resultaatPastNiet },
      },
    },
  )
}
