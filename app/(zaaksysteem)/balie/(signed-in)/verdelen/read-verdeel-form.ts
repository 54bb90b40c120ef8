import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { list, storable, storableText } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { type Assignment, MAX_ZAKEN, type Toewijzing } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { MAX_BERICHT } from './verdeel-state.ts'

/** The form value of a zaak, with the toewijzing that the page shows. */
export const zaakValue = ({ id, behandelaarId, team }: { id: string } & Toewijzing) =>
  `${id}/${behandelaarId ?? ''}/${team}`

/** The form value of a transfer to another team. */
export const teamValue = (team: string) => `team:${team}`

const teamName = storable.max(100)

const { fout } = behandeling

const zaak = z
  .string()
  .max(200)
  .transform((value) => {
    const [id, behandelaarId, ...team] = value.split('/')
    return { id, gezien: { behandelaarId: behandelaarId || null, team: team.join('/') } }
  })
  .pipe(z.object({ id: z.uuid(), gezien: z.object({ behandelaarId: z.uuid().nullable(), team: teamName }) }))

const chosenForm = z.object({
  zaak: list(z.array(zaak).min(1, fout.geenZaken).max(MAX_ZAKEN, fout.teVeel(MAX_ZAKEN))),
})

const doel = {
  knop: z.string().optional(),
  naar: z.string().optional(),
  bericht: storableText(MAX_BERICHT, fout.bericht).regex(ONE_LINE, staff.eenRegel).optional(),
}

/** `knop` is the value of a button, `naar` that of a select. */
const verdeelForm = (behandelaarId: string) =>
  chosenForm.extend(doel).transform((sent, { addIssue }) => {
    const wanted = sent.knop ?? sent.naar
    const naar = wanted ? readNaar(wanted, behandelaarId) : undefined
    if (naar) return { zaak: sent.zaak, naar, bericht: sent.bericht || undefined }
    addIssue({ code: 'custom', path: ['naar'], ...(!wanted && { message: fout.geenDoel }) })
    return z.NEVER
  })

type Read<T> = ({ ok: true; zaken: Assignment['zaken'] } & T) | { ok: false; text: string }

/** Reads the chosen zaken. */
export function readChosenZaken(formData: FormData): Read<object> {
  const form = readForm(chosenForm, formData)
  return form.ok ? { ok: true, zaken: form.fields.zaak } : refusedBy(form.refusal)
}

/** Reads the chosen zaken and their recipient. */
export function readVerdeelForm(formData: FormData, behandelaarId: string): Read<Pick<Assignment, 'naar' | 'bericht'>> {
  const form = readForm(verdeelForm(behandelaarId), formData)
  return form.ok
    ? { ok: true, zaken: form.fields.zaak, naar: form.fields.naar, bericht: form.fields.bericht }
    : refusedBy(form.refusal)
}

/** The error belongs to no field, because the zaken are chosen in a list. */
function refusedBy({ errors: [first] }: FormState): { ok: false; text: string } {
  return { ok: false, text: first?.text ?? '' }
}

function readNaar(wanted: string, behandelaarId: string): Assignment['naar'] | undefined {
  if (wanted === 'mij') return { behandelaar: { id: behandelaarId } }
  if (wanted === 'team') return { behandelaar: null }
  const collega = z.uuid().safeParse(wanted)
  if (collega.success) return { behandelaar: { id: collega.data } }
  const prefix = teamValue('')
  const team = teamName.safeParse(wanted.slice(prefix.length))
  return wanted.startsWith(prefix) && team.success ? { behandelaar: null, team: team.data } : undefined
}
