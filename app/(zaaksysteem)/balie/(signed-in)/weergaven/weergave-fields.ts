import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { storableText } from '#lib/ui/form/fields.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { MAX_NAAM } from '#lib/zaaksysteem/werkvoorraad/weergave/save-weergave.ts'
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
