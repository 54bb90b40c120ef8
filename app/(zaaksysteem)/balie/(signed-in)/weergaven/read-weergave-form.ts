import { z } from 'zod'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { MAX_NAAM, type NieuweWeergave } from '#lib/zaaksysteem/balie/weergaven/save-weergave.ts'
import { listQuery, readWerkvoorraadFields } from '../werkvoorraad-filter.ts'
import { storableText } from '../zaken/[zaakId]/read-zaak-form.ts'

const { leeg, teLang, teken } = werkvoorraad.weergaven.fout

const MAX_VRAAG = 2000

const hiddenFields = z.object({ lijst: z.enum(['open', 'mijn', 'afgehandeld']), vraag: z.string().max(MAX_VRAAG) })
const naamSchema = storableText(MAX_NAAM, { teLang: teLang(MAX_NAAM), teken }).pipe(z.string().min(1, leeg))

type Read = { ok: true; weergave: NieuweWeergave } | { ok: false; errors: string[]; entered: Entered }
type Entered = { naam: string; voor: string }

/** Keeps of the list's address what a list knows. `undefined` when no page of ours sends that. */
export function readWeergaveForm(formData: FormData): Read | undefined {
  const hidden = hiddenFields.safeParse({ lijst: formData.get('lijst'), vraag: formData.get('vraag') })
  const entered = { naam: String(formData.get('naam') ?? ''), voor: String(formData.get('voor') ?? '') }
  if (!hidden.success) return undefined
  const naam = naamSchema.safeParse(entered.naam)
  if (!naam.success) return { ok: false, errors: naam.error.issues.map(({ message }) => message), entered }
  const { lijst, vraag } = hidden.data
  const fields = readWerkvoorraadFields(lijst, Object.fromEntries(new URLSearchParams(vraag)))
  return {
    ok: true,
    weergave: { naam: naam.data, lijst, vraag: listQuery(lijst, fields), isVanTeam: entered.voor === 'team' },
  }
}
